import type { Operation, SecurityAlternative } from "@facsimile/document";
import { codeSpan } from "../markdown.js";

/** Which credentials an operation takes: the ways to be let in, each with all that it needs. */
export function credentialsText({ security }: Operation): string {
  const isOpen = security.length === 0 || security.some((alternative) => alternative.length === 0);
  const ways = security.filter((alternative) => alternative.length > 0).map(wayWords);
  if (ways.length === 0) return "None are needed.";
  const [only, ...others] = ways;
  const said = others.length === 0 ? only : `One of these is needed:\n\n${ways.map((way) => `- ${way}`).join("\n")}`;
  return isOpen ? `${said}\n\nIt may be called without, too.` : `${said}`;
}

function wayWords(alternative: SecurityAlternative): string {
  const parts = alternative.map(({ scheme, scopes }) => {
    const name = codeSpan(scheme.credential);
    return scopes.length === 0 ? name : `${name} with ${scopes.map(codeSpan).join(", ")}`;
  });
  return parts.join(" and ");
}

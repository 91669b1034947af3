import { lineOf, nodesOfType, type Section, textOf } from "./markdown.js";
import type { Reading } from "./reading.js";

/**
 * States which of the schemes of an operation its samples give credentials of, where these are some and not all: they are enough for a call.
 * A sample that names all, as generators write them, or none, says nothing about how they go together.
 */
export function readCredentials(operation: string, parts: readonly Section[], reading: Reading): void {
  const security = parts.find(({ title }) => title.toLowerCase() === "authorization");
  const schemes = (security?.content ?? []).flatMap((node) =>
    nodesOfType(node, "link").map((link) => textOf(link).trim()),
  );
  const codes = parts
    .filter(({ title }) => /^examples?$/i.test(title))
    .flatMap(({ content }) => content.flatMap((node) => nodesOfType(node, "code")));
  const lines = codes.flatMap(({ value }) => value.split("\n"));
  const shown = [...new Set(schemes)].filter((scheme) => lines.some((line) => givesCredential(line, scheme)));
  const [first] = codes;
  // A credential that is set without the name of its scheme may be that of any other.
  if (lines.some((line) => setsCredential(line) && !schemes.some((scheme) => line.includes(scheme)))) return;
  if (first !== undefined && shown.length > 0 && shown.length < new Set(schemes).size)
    reading.state(["operation", operation, "example", "credentials"], lineOf(first), shown);
}

/** `access_token = …`, `setUsername(…)`, `"api_key": …`. */
function setsCredential(line: string): boolean {
  return (
    line.length <= longest &&
    /\b(?:set_?)?(access_?token|user_?name|password|bearer|api_?key)\w*\b["'\]]*\s*(=|:|\()/i.test(line)
  );
}

/** A line with more characters is none that sets a credential. */
const longest = 1000;

/** `configuration.api_key["name"] = …`, `getAuthentication("name")`, `# Configure API key authorization: name`. */
function givesCredential(line: string, scheme: string): boolean {
  if (line.length > longest || !/auth|api_?key|token|credential/i.test(line)) return false;
  const said = /authorization:\s*(\S+)\s*$/i.exec(line)?.[1];
  return said === scheme || line.includes(`"${scheme}"`) || line.includes(`'${scheme}'`);
}

import { takesCredential } from "@facsimile/document";
import type { Pair } from "@facsimile/samples/wire";
import type { Secret } from "./case-request.js";

/** Where a credential travels, and how it reads there. */
export interface PlacedCredential {
  readonly in: "header" | "query" | "cookie";
  readonly pair: Pair;
}

/** The place of a credential by its scheme. Undefined where no request shows it. */
export function placeCredential({ scheme, value }: Secret): PlacedCredential | undefined {
  if (scheme.type === "apiKey") {
    return { in: scheme.in, pair: [scheme.parameterName, `${scheme.valuePrefix ?? ""}${String(value)}`] };
  }
  if (!takesCredential(scheme)) return undefined;
  return {
    in: "header",
    pair: ["Authorization", authorization(scheme.type === "http" ? scheme.scheme : "bearer", value)],
  };
}

/** What nobody may read of a credential: as it is given, and as it travels. */
export function secretTexts(secret: Secret): readonly string[] {
  const given = typeof secret.value === "string" ? secret.value : secret.value.password;
  const sent = placeCredential(secret)?.pair[1] ?? "";
  return [given, sent, sent.slice(sent.indexOf(" ") + 1)];
}

/** RFC 7617 for basic, RFC 6750 for bearer; OAuth 2 and OpenID Connect tokens travel as bearer tokens. */
function authorization(scheme: string, value: Secret["value"]): string {
  if (typeof value !== "string")
    return `Basic ${Buffer.from(`${value.username}:${value.password}`).toString("base64")}`;
  return `${scheme[0]?.toUpperCase()}${scheme.slice(1)} ${value}`;
}

import type { OAuth2Flow } from "@facsimile/document";
import { codeSpan, table, webLink } from "./markdown.js";
import { handedOnName } from "./runtime.js";
import type { Scope } from "./scope.js";

/** What the README says of the OAuth 2 flows of an API, where it has any that programs can go through. */
export function oauth2Paragraphs(scope: Scope): readonly string[] {
  const rows = [...scope.schemes.values()].flatMap(({ scheme }) =>
    scheme.type === "oauth2"
      ? scheme.flows.flatMap((flow) => flowRow(scheme.credential, flow, scheme.metadataUrl))
      : [],
  );
  if (rows.length === 0) return [];
  const own = (name: string): string => codeSpan(`${handedOnName(scope.api, name)}()`);
  return [
    `${own("oauth2")} gives access tokens that renew themselves. A person agrees in a browser, by ${own("authorizationUrl")} and ${own("createPkce")}, or on another device, by ${own("authorizeDevice")}. A client shows its secret, or what it signs by ${own("privateKeyJwt")}.`,
    table(["Name", "Flow", "Where"], rows),
  ];
}

/** Nothing for the flows that OAuth 2.1 has no more: tokens in the URL of a page, and passwords of people. */
function flowRow(
  credential: string,
  flow: OAuth2Flow,
  metadataUrl: string | undefined,
): readonly (readonly string[])[] {
  if (flow.kind === "implicit" || flow.kind === "password") return [];
  const places = (["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"] as const).flatMap((name) => {
    const url = flow[name];
    return url === undefined ? [] : `${codeSpan(name)}: ${webLink(url)}`;
  });
  if (metadataUrl !== undefined) places.push(`${codeSpan("oauth2MetadataUrl")}: ${webLink(metadataUrl)}`);
  return [[codeSpan(credential), codeSpan(flow.kind), places.join(", ")]];
}

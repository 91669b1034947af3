import type { PackageSources } from "../../program/package-sources.js";

/** Those of a client of OAuth 2, which would ask an authorization server: the access token alone is enough. */
const ofClients = /_(?:CLIENT_ID|CLIENT_SECRET|TOKEN_URL|SCOPES)$/;

/** The environment variables from which a package reads credentials, each with one. */
export function credentialVariables({ files }: PackageSources): Readonly<Record<string, string>> {
  const text = files.find(({ path }) => path.endsWith("/generated/environment.ts"))?.text ?? "";
  const names = [...text.matchAll(/"([A-Z_][A-Z0-9_]*)"/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.filter((name) => !ofClients.test(name)).map((name) => [name, "given"]));
}

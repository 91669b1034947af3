import type { Api, Operation } from "@facsimile/document";
import { takesCredential } from "@facsimile/document";
import { alternativesOf } from "../cases/secrets.js";
import type { Secret } from "../wire/case-request.js";

/** Credentials from the environment: `FACSIMILE_<SCHEME>`, for basic authentication `user:password`. */
export function secretsFrom(
  env: Readonly<Record<string, string | undefined>>,
  { securitySchemes }: Api,
): readonly Secret[] {
  return securitySchemes.flatMap((scheme): Secret[] => {
    const text = env[variableOf(scheme.name)];
    if (text === undefined || text === "") return [];
    if (scheme.type !== "http" || scheme.scheme !== "basic") return [{ scheme, value: text }];
    const [username = "", ...password] = text.split(":");
    return [{ scheme, value: { username, password: password.join(":") } }];
  });
}

/** The environment variable for a security scheme: `FACSIMILE_HEADER_API_KEY` for `HeaderAPIKey`. */
export function variableOf(scheme: string): string {
  const words = scheme.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1_$2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2");
  return `FACSIMILE_${words.replace(/[^\p{L}\p{N}]+/gu, "_").toUpperCase()}`;
}

/** What an operation is called with: the first alternative that all is given for. Undefined where there is none. */
export function secretsOf(operation: Operation, given: readonly Secret[]): readonly Secret[] | undefined {
  for (const alternative of alternativesOf(operation)) {
    const some = alternative.flatMap(({ scheme }) => {
      const secret = given.find((one) => one.scheme.name === scheme.name);
      // What is the caller's own to meet, such as a certificate, is no credential that could be given here.
      return secret ?? (takesCredential(scheme) ? [undefined] : []);
    });
    if (!some.includes(undefined)) return some.flatMap((secret) => secret ?? []);
  }
  return undefined;
}

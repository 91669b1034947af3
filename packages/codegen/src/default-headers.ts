import type { Api } from "@facsimile/document";
import { createDiagnostic, type Diagnostic } from "@facsimile/document/diagnostics";

/**
 * Default headers that a security scheme of the document has for itself: what they hold would be a credential, and be published with the package.
 *
 * @param file - what the document is called
 */
export function credentialsAmong(
  headers: Readonly<Record<string, string>> | undefined,
  { securitySchemes }: Pick<Api, "securitySchemes">,
  file: string,
): readonly Diagnostic[] {
  return Object.keys(headers ?? {}).flatMap((name) => {
    const scheme = securitySchemes.find(
      (one) => one.type === "apiKey" && one.in === "header" && one.parameterName.toLowerCase() === name.toLowerCase(),
    );
    if (scheme === undefined) return [];
    const message = `The default header ${name} is where the security scheme ${scheme.name} has its credential.`;
    const fix = "Take it away, and give the client its credential.";
    return [createDiagnostic("config-invalid", { file, position: undefined, pointer: undefined }, message, fix)];
  });
}

import type { SchemaError } from "@facsimile/samples";

/** What a message has of errors: the first five. */
export function showErrors(errors: readonly SchemaError[]): string {
  return errors
    .slice(0, 5)
    .map(({ at, message }) => `${at === "" ? "it" : at} ${message}`)
    .join("; ");
}

import type { Api } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import { schemaPointers } from "@facsimile/samples";

/** The schemas that our own validator cannot compile. */
export function compileFindings(api: Api, validator: Validator): readonly { pointer: string; message: string }[] {
  return schemaPointers(api).flatMap(({ pointer }) =>
    (["request", "response"] as const).flatMap((direction) => {
      try {
        validator.check(pointer, direction, undefined);
        return [];
      } catch (error) {
        return [
          {
            pointer,
            message: `The schema cannot be compiled: ${error instanceof Error ? error.message : String(error)}`,
          },
        ];
      }
    }),
  );
}

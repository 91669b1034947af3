import type { Validator } from "@facsimile/samples";

export interface TolerantValidator {
  readonly validator: Validator;
  /** The schemas that could not be compiled so far, with the reasons. It grows. */
  readonly unusable: readonly string[];
}

/** A validator that takes anything where a schema cannot be compiled, and remembers that: one schema does not end a run. */
export function tolerantValidator({ check }: Validator): TolerantValidator {
  const unusable = new Map<string, string>();
  return {
    validator: {
      check(pointer, direction, value) {
        try {
          return check(pointer, direction, value);
        } catch (error) {
          unusable.set(
            pointer,
            `nothing was held against ${pointer}: ${error instanceof Error ? error.message : error}`,
          );
          return [];
        }
      },
    },
    get unusable() {
      return [...unusable.values()];
    },
  };
}

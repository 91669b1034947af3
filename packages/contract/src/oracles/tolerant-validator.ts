import type { Check, Validator } from "@facsimile/samples";

export interface TolerantValidator {
  readonly validator: Validator;
  /** The schemas that could not be compiled so far, with the reasons. It grows. */
  readonly unusable: readonly string[];
}

/** A validator that takes anything where a schema cannot be compiled, and remembers that: one schema does not end a run. */
export function tolerantValidator({ check, allows }: Validator): TolerantValidator {
  const unusable = new Map<string, string>();
  const tolerant =
    (strict: Check): Check =>
    (pointer, direction, value) => {
      try {
        return strict(pointer, direction, value);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        unusable.set(pointer, `nothing was held against ${pointer}: ${reason}`);
        return [];
      }
    };
  return {
    validator: { check: tolerant(check), allows: tolerant(allows) },
    get unusable() {
      return [...unusable.values()];
    },
  };
}

import type * as Utils from "@stoplight/prism-http/dist/validator/validators/utils.js";
import { type PrismAjv, whileCompiling } from "./ajv.js";

/** The drafts for which Prism has a validator each, and one for schemas that name none. */
const drafts = [
  undefined,
  "https://json-schema.org/draft/2019-09/schema",
  "https://json-schema.org/draft/2020-12/schema",
];

/** Prism's own validators, which are nobody else's and in no module's hands: they are found by compiling a schema with each. */
export function findValidators(validate: typeof Utils.validateAgainstSchema): ReadonlySet<PrismAjv> {
  const found = new Set<PrismAjv>();
  const watch: Parameters<typeof whileCompiling>[0] = (compile) =>
    function (this: PrismAjv, schema) {
      found.add(this);
      return compile.call(this, schema);
    };
  whileCompiling(watch, () => {
    // 0 is Prism's number for requests; nothing is said of them here.
    for (const $schema of drafts)
      for (const coerce of [true, false]) validate({}, { ...($schema && { $schema }) }, coerce, 0);
  });
  return found;
}

import { linearPattern } from "@facsimile/samples";
import type * as Utils from "@stoplight/prism-http/dist/validator/validators/utils.js";
import { type PrismAjv, whileCompiling } from "./ajv.js";

/** The drafts for which Prism has a validator each, and one for schemas that name none. */
const drafts = [
  undefined,
  "https://json-schema.org/draft/2019-09/schema",
  "https://json-schema.org/draft/2020-12/schema",
];

/**
 * Lets Prism's own validators match patterns in linear time: with `^(a+)+$` in a document, one request would keep the process busy for good. The
 * validators are its own and nobody else's; they are found by compiling a schema with each.
 */
export function mendPatterns(validate: typeof Utils.validateAgainstSchema): void {
  const found = new Set<PrismAjv>();
  const watch: Parameters<typeof whileCompiling>[0] = (compile) =>
    function (this: PrismAjv, ...parameters) {
      found.add(this);
      return compile.apply(this, parameters);
    };
  whileCompiling(watch, () => {
    // 0 is Prism's number for requests; nothing is said of them here.
    for (const $schema of drafts)
      for (const coerce of [true, false]) validate({}, { ...($schema && { $schema }) }, coerce, 0);
  });
  const regExp = Object.assign((source: string) => linearPattern(source), { code: "linearPattern" });
  // A schema is compiled anew for each operation that has it: to make the code shorter takes longer than it saves.
  for (const { opts } of found) opts.code = { ...opts.code, regExp, optimize: false };
}

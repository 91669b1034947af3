import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** The TypeScript compiler. */
export const ts: typeof import("typescript") = requireCommonJs("typescript");

/**
 * Loads a CommonJS module as what it is. Imported, it would first be searched for the names that it exports, which takes longer for the compiler's
 * nine megabytes than running them.
 */
export function requireCommonJs<Module>(specifier: string): Module {
  // What a module is, only the one who names it knows.
  return require(specifier) as Module;
}

import { createRequire } from "node:module";
import type ts from "typescript";

/** The module `typescript`. */
export type TypeScript = typeof ts;

/** Loads the compiler, which takes a quarter of a second: only where types are compared. */
export function loadCompiler(): TypeScript {
  // What a module is, only the one who names it knows.
  return createRequire(import.meta.url)("typescript") as TypeScript;
}

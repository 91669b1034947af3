import { createRequire } from "node:module";
import { dirname } from "node:path";

/** The folder of the runtime that is installed with this package: only its declarations are read. */
export function installedRuntime(): string {
  return dirname(createRequire(import.meta.url).resolve("@facsimile/runtime/package.json"));
}

import { createRequire } from "node:module";

/** The version of this package, as its package.json says. */
export function ownVersion(): string {
  // npm publishes no package without a version.
  const { version } = createRequire(import.meta.url)("@facsimile/codegen/package.json") as { readonly version: string };
  return version;
}

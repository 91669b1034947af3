import { pathShape } from "@facsimile/document";

/** A path template without the names of its parameters and without what does not tell paths apart. */
export function keyOf(path: string): string {
  return pathShape(path)
    .replace(/\.json$/, "")
    .replace(/(.)\/$/, "$1");
}

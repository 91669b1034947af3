import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The names of `before` and `after` together, in alphabetical order. */
export function namesOfBoth(before: Iterable<string>, after: Iterable<string>): readonly string[] {
  return [...new Set([...before, ...after])].sort();
}

/** The providers whose folder below `specs` has a file. */
export function providersWith(file: string, folder: string): readonly string[] {
  const specs = path.join(folder, "specs");
  return readdirSync(specs)
    .filter((name) => existsSync(path.join(specs, name, file)))
    .sort();
}

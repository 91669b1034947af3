import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Overlay } from "../../oracles/types/compile.js";
import { type BuiltPackage, loadBuiltPackage } from "../../run/built-package.js";
import type { PackageMutant } from "../mutant.js";

/** A built package with one edit in it. The package itself is left alone. */
export const withEdit = {
  /** The edited declarations, for the compiler. */
  async overlay({ folder }: BuiltPackage, { file, edit }: PackageMutant): Promise<Overlay> {
    const path = fileURLToPath(new URL(file, folder));
    return new Map([[path, apply(await readFile(path, "utf8"), edit)]]);
  },

  /** The edited code, imported from a copy inside the package's folder, so that its dependencies are found; the copy is deleted. */
  async imported<Outcome>(
    { names, folder }: BuiltPackage,
    { file, edit }: PackageMutant,
    use: (edited: BuiltPackage) => Promise<Outcome>,
  ): Promise<Outcome> {
    const copy = pathToFileURL(`${await mkdtemp(fileURLToPath(new URL(".mutant-", folder)))}/`);
    try {
      await cp(new URL("dist", folder), new URL("dist", copy), { recursive: true });
      await cp(new URL("package.json", folder), new URL("package.json", copy));
      const path = new URL(file, copy);
      await writeFile(path, apply(await readFile(path, "utf8"), edit));
      return await use(await loadBuiltPackage(copy, names));
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  },
};

function apply(text: string, { start, end, replacement }: PackageMutant["edit"]): string {
  return `${text.slice(0, start)}${replacement}${text.slice(end)}`;
}

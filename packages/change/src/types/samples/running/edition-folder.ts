import { join } from "node:path";
import { openTemporaryFolder, type TemporaryFolder } from "../../../sources/temporary-folder.js";
import type { TypeScript } from "../../program/compiler.js";
import type { PackageSources } from "../../program/package-sources.js";
import { installEdition, write } from "./installed-edition.js";
import { prelude } from "./prelude.js";

/**
 * Writes a folder in which samples run with an edition of a package.
 *
 * @param samples - in JavaScript
 * @throws Error where its runtime is neither built nor there as source
 */
export async function writeEdition(
  compiler: TypeScript,
  sources: PackageSources,
  samples: readonly string[],
): Promise<TemporaryFolder> {
  const { folder, close } = await openTemporaryFolder("facsimile-samples-");
  try {
    const texts = [
      ["package.json", '{"private":true,"type":"module"}'],
      ["prelude.mjs", prelude],
      ...samples.map((text, index) => [`samples/${index + 1}.js`, text]),
    ] as const;
    for (const [path = "", text = ""] of texts) await write(join(folder, path), text);
    await installEdition(compiler, sources, folder);
    return { folder, close };
  } catch (error) {
    await close();
    throw error;
  }
}

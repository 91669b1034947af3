import { planPackage } from "../src/plan/plan.js";
import { changeFolder } from "../src/write/change-folder.js";
import { recoverFolder } from "../src/write/in-turn.js";
import { readPackageFolder } from "../src/write/package-folder.js";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** What `generate` does with a folder and the files that it is to hold; without files, what it does where the document is no good. */
export async function writeFiles(folder: string, files: Files | undefined): Promise<void> {
  await recoverFolder(folder);
  if (files === undefined) return;
  const planned = Object.entries(files).map(([path, text]) => ({ path, text }));
  await changeFolder(
    folder,
    async () => planPackage(planned, await readPackageFolder(folder, Object.keys(files))).changes,
  );
}

import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const specsFolder: string = fileURLToPath(new URL("../../../specs", import.meta.url));

/** The providers whose specs are in this repository with the facts of their pages. */
export const providers: readonly string[] = readdirSync(specsFolder)
  .filter((name) => existsSync(`${specsFolder}/${name}/evidence.json`))
  .sort();

/** The pages, where they lie beside the repository. They are other people's and not part of it. */
export const docsFolder: string = fileURLToPath(new URL("../../../../shared/docs", import.meta.url));

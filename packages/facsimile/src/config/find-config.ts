import { stat } from "node:fs/promises";
import { join } from "node:path";

/** What a configuration is called, the first of these that is there. */
export const configFiles = ["facsimile.config.yaml", "facsimile.config.yml", "facsimile.config.json"] as const;

/** The configuration of a folder, by its name in it. */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (const name of configFiles) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found?.isFile() === true) return name;
  }
  return undefined;
}

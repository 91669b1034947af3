import { readFile } from "node:fs/promises";

/** The text of a file. Undefined where there is none. */
export async function readOptional(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Error(`${path}: cannot be read (${error.code ?? error.message}).`);
  });
}

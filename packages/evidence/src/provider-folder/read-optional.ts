import { readText } from "@facsimile/document";

/**
 * The text of a file. Undefined where there is none.
 *
 * @throws Error that says why what is there cannot be read
 */
export async function readOptional(path: string): Promise<string | undefined> {
  const read = await readText(path);
  if ("text" in read) return read.text;
  if (read.missing) return undefined;
  throw new Error(`${path}: ${read.message}`);
}

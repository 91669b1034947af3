import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { DocumentEntry } from "./config/config.js";

/** The npm name of the package of a document: what the configuration says, or the package in its folder. Undefined where neither does. */
export async function nameOfPackage(entry: DocumentEntry | undefined): Promise<string | undefined> {
  if (entry?.name !== undefined || entry?.out === undefined) return entry?.name;
  try {
    const manifest: unknown = JSON.parse(await readFile(join(entry.out, "package.json"), "utf8"));
    return typeof manifest === "object" && manifest !== null && "name" in manifest && typeof manifest.name === "string"
      ? manifest.name
      : undefined;
  } catch {
    // There is no package yet.
    return undefined;
  }
}

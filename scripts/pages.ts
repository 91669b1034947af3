import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./repository.js";

/** The providers' documentation lies beside the repository, where it lies at all. */
const folder = path.join(root, "..", "shared", "docs");

/** Tells one state of the documentation from another, so that turbo re-reads pages that changed outside of the repository. Empty without pages. */
export function digestPages(): string {
  if (!existsSync(folder)) return "";
  const digest = createHash("sha256");
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  for (const file of files) digest.update(path.relative(folder, file)).update(readFileSync(file));
  return digest.digest("hex");
}

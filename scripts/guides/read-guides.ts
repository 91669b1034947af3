import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../repository.js";

/** A page of docs/guides. */
export interface Guide {
  readonly name: string;
  readonly text: string;
}

const folder = path.join(root, "docs", "guides");

export const index = readFileSync(path.join(folder, "README.md"), "utf8");

export const guides: readonly Guide[] = readdirSync(folder)
  .filter((file) => file !== "README.md")
  .map((file) => ({ name: path.parse(file).name, text: readFileSync(path.join(folder, file), "utf8") }));

/** Whether a page shows programs. All others show commands alone. */
export function hasPrograms({ text }: Guide): boolean {
  return text.includes("```ts");
}

import { readFile } from "node:fs/promises";
import path from "node:path";
import { facsimile, must } from "./command.js";
import { specFile } from "./places.js";
import type { PagesBench } from "./workbench.js";

/** Writes what the pages leave open, as a checklist whose links are right only in its place. Resolves to the number of questions. */
export async function writeQuestions(bench: PagesBench): Promise<number> {
  const file = specFile(bench, "questions.md");
  const ran = await facsimile(["verify", bench.name, "--questions", file, "--pages", bench.docs, "--json"], bench.into);
  must(ran, ran.out.startsWith("{"));
  const text = await readFile(path.join(bench.into, file), "utf8");
  return [...text.matchAll(/^- \[/gm)].length;
}

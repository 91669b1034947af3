import { access } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { draftQuestions } from "../draft/draft.js";
import { printQuestions } from "../questions/print-questions.js";
import { questionsOf } from "../questions/questions.js";
import { standingQuestions } from "../questions/standing.js";
import type { Reported } from "../report/lines.js";
import { loadEvidence } from "./load-evidence.js";
import { readOptional } from "./read-optional.js";

/** Where the checklist of a provider goes, and what its links lead to. */
export interface ChecklistPlaces {
  /** The folder of the provider, relative to `cwd`. */
  readonly folder: string;
  readonly cwd: string;
  /** The absolute path of the file that the checklist is for. */
  readonly file: string;
  /** The absolute path of the folder of the pages. Undefined where they are not at hand: then they are named and not linked. */
  readonly pages: string | undefined;
}

/** What a person has to answer about a provider, as a checklist in Markdown. */
export async function checklistOf(
  { verification, waiverFile }: Reported,
  { folder, cwd, file, pages }: ChecklistPlaces,
): Promise<{ readonly text: string; readonly open: number }> {
  const evidence = await loadEvidence(cwd, `${folder}/evidence.json`);
  const spec = await readOptional(resolve(cwd, folder, "openapi.yaml"));
  const standing = standingQuestions(draftQuestions(evidence), verification.spec, spec ?? "");
  const questions = questionsOf(verification, standing, waiverFile);
  const target = await targetsOf(
    questions.flatMap(({ places }) => places.map(({ page }) => page)),
    [...(pages === undefined ? [] : [pages]), resolve(cwd, folder)],
  );
  const from = (path: string): string => relative(dirname(file), path).split(sep).join("/");
  const links = {
    page: (page: string) => (target.has(page) ? from(target.get(page) ?? page) : undefined),
    spec: (name: string) => from(resolve(cwd, name)),
  };
  const before = await readOptional(file);
  return { text: printQuestions(verification.provider, questions, links, before), open: questions.length };
}

/** The path of each page that is in one of the folders. */
async function targetsOf(pages: readonly string[], folders: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const page of new Set(pages)) {
    for (const path of folders.map((folder) => join(folder, page))) {
      const isThere = await access(path).then(
        () => true,
        () => false,
      );
      if (isThere && !found.has(page)) found.set(page, path);
    }
  }
  return found;
}

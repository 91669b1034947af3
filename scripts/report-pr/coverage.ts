import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Base } from "./base.js";
import { namesOfBoth, providersWith } from "./both.js";
import { fromTo, table, words } from "./markdown.js";

const columns = ["operations", "cases", "goals", "covered", "cannot be", "open"] as const;

type Counts = Readonly<Record<(typeof columns)[number], number>>;

/** How much of each spec the contract tests cover, before and after: by the cases that the contract tests here derive from both, without a run. */
export async function coverageTable(base: Base): Promise<string> {
  const [before, after] = [await countsIn(base.before), await countsIn(base.after)];
  const rows = namesOfBoth(before.keys(), after.keys()).map((provider) => {
    const [was, is] = [before.get(provider), after.get(provider)];
    return [words(provider), ...columns.map((name) => fromTo(was?.[name], is?.[name]))];
  });
  return table(["contract", ...columns], rows);
}

/** What cannot be read has no counts. */
async function countsIn(folder: string): Promise<ReadonlyMap<string, Counts>> {
  // Only there once it is built.
  const { coverageOfDocument } = await import("@facsimile/contract");
  const counts = new Map<string, Counts>();
  for (const provider of providersWith("openapi.yaml", folder)) {
    const document = pathToFileURL(path.join(folder, "specs", provider, "openapi.yaml"));
    const found = await coverageOfDocument(document).catch(() => undefined);
    if (found === undefined) continue;
    const { operations, cases, coverage, missing } = found;
    const sum = (name: "goals" | "covered" | "holes"): number => coverage.reduce((all, kind) => all + kind[name], 0);
    counts.set(provider, {
      operations,
      cases,
      goals: sum("goals"),
      covered: sum("covered"),
      "cannot be": sum("holes"),
      open: missing.length,
    });
  }
  return counts;
}

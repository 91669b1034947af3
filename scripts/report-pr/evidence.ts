import type { Base } from "./base.js";
import { namesOfBoth, providersWith } from "./both.js";
import { fromTo, table, words } from "./markdown.js";

const columns = ["facts", "confirmed", "waived", "contradicted", "missing", "unsourced", "assumed"] as const;

type Counts = Readonly<Record<(typeof columns)[number], number>>;

/** What the facts of the documentation say of each spec, before and after, by the verification that is here. */
export async function evidenceTable(base: Base): Promise<string> {
  const [before, after] = [await countsIn(base.before), await countsIn(base.after)];
  const rows = namesOfBoth(before.keys(), after.keys()).map((provider) => {
    const [was, is] = [before.get(provider), after.get(provider)];
    return [words(provider), ...columns.map((name) => fromTo(was?.[name], is?.[name]))];
  });
  return table(["evidence", ...columns], rows);
}

/** What cannot be read has no counts. */
async function countsIn(folder: string): Promise<ReadonlyMap<string, Counts>> {
  // Only there once it is built.
  const { printJsonReport, verifyFolder } = await import("@facsimile/evidence");
  const counts = new Map<string, Counts>();
  for (const provider of providersWith("evidence.json", folder)) {
    const reported = await verifyFolder(`specs/${provider}`, folder).catch(() => undefined);
    if (reported === undefined) continue;
    const [report] = JSON.parse(printJsonReport([reported])).providers;
    const ofKind = (kind: string): number => report.lines.filter((line: { kind: string }) => line.kind === kind).length;
    const claims = { unsourced: ofKind("unsourced"), assumed: ofKind("assumed") };
    counts.set(provider, { facts: report.counts.facts, ...report.verdicts, ...claims });
  }
  return counts;
}

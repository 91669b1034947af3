import { run } from "../run.js";
import { type Page, toPage } from "./page.js";

interface Verified {
  readonly provider: string;
  readonly counts: { readonly operations: number; readonly facts: number };
  readonly verdicts: Readonly<Record<string, number>>;
}

/** The pages of what is measured and proved, from what is in the repository. */
export async function makeReports(): Promise<readonly Page[]> {
  return [index(), evidence(await verify())];
}

/** What came of holding each document against the facts of its documentation. */
async function verify(): Promise<readonly Verified[]> {
  const { output } = await run("facsimile", ["verify", "--format", "json"]);
  // Written by the command.
  return (JSON.parse(output) as { readonly providers: readonly Verified[] }).providers;
}

function index(): Page {
  const text = `# Reports

| report | what it says |
|---|---|
| [Evidence](evidence-report.md) | how many statements of the documentation each document was held against, and what came of it |
| [Contract tests of public documents](contract-corpus.md) | what contract tests find in documents that others publish |
| [Findings in public documents](contract-findings.md) | each of these, with its place |
| [Contract tests](contract.md) | coverage and mutation: what a green run covers, and which seeded faults it notices |
| [Benchmarks](benchmarks.md) | how long generating takes, and what packages cost those who use them |
| [A second opinion](second-opinion.md) | where two mock servers disagree |
| [Real histories](real-histories.md) | what comparing editions finds in documents that others publish |
`;
  return toPage("reports.md", undefined, text);
}

function evidence(providers: readonly Verified[]): Page {
  const kinds = ["confirmed", "waived", "contradicted", "missing"];
  const rows = providers.map(({ provider, counts, verdicts }) => {
    const cells = [counts.operations, counts.facts, ...kinds.map((kind) => verdicts[kind] ?? 0)];
    return `| [${provider}](reference/${provider}/index.md) | ${cells.join(" | ")} |`;
  });
  const text = `# Evidence of the providers

Each statement of the documentation is a fact with its page and line, and each document is held against every one of them
([how](evidence.md)). A fact is waived with a written reason where the pages contradict themselves.

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="proof-dark.svg">
  <img alt="Facts that each document confirms, and contract cases that each package passes" src="proof.svg">
</picture>

| provider | operations | facts | ${kinds.join(" | ")} |
|---|${"---:|".repeat(kinds.length + 2)}
${rows.join("\n")}
`;
  return toPage("evidence-report.md", undefined, text);
}

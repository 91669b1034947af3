import type { Finding } from "../contract-corpus/hold.js";
import { type Placed, placed, placesOf } from "./places.js";
import type { Fault, Verdict } from "./verdict.js";

/** What was found in one document, and what was read of it. */
export interface Read {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** The page, and what keeps it from being right. */
export function pageOf(documents: readonly Read[]): { readonly text: string; readonly faults: readonly string[] } {
  const parts = documents.map(partOf);
  return {
    text: [introduction(documents), ...parts.flatMap(({ text }) => text)].join("\n"),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

function introduction(documents: readonly Read[]): string {
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
  const without = documents.flatMap(({ verdict, findings }) => (findings.length === 0 ? verdict.title : []));
  return `# Findings in public documents

Whole runs of [contract tests of public documents](contract-corpus.md) have ${count.toLocaleString("en")} findings that are the documents' own. Each was read beside its
line, and is true: what was not was a fault of the tests and is mended. None has been found in ${new Intl.ListFormat("en").format(without)}.

Numbers are lines: of the content, parameter or schema that gives the example, and of the media type under \`produces\` or \`consumes\` in Swagger. Behind a line stand the
names of the examples that are meant, where they have one that tells something (not \`default\` or \`response\`). An example has one place here, however much is wrong with it.
\`npm run contract:findings\` writes this page from the reports of \`contract:corpus --reports\`, and refuses findings that nobody has read.
`;
}

function partOf({ verdict, findings }: Read): { readonly text: readonly string[]; readonly faults: readonly string[] } {
  const { title, report, edition, faults } = verdict;
  const { groups, unread } = grouped(faults, placed(findings));
  const lines = groups.map(({ what, found }) => `- ${what} (${found.length}): ${placesOf(found)}`);
  const count = `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
  return {
    text: findings.length === 0 ? [] : [`## ${title}\n\n${edition}, ${count}.\n\n${lines.join("\n")}\n`],
    faults: [
      ...unread.map(({ place, message }) => `${report}:${place}: nobody has read: ${message}`),
      ...groups.flatMap(({ what, found }) =>
        found.length === 0 ? `${report}: no finding says any more: ${what}` : [],
      ),
    ],
  };
}

interface Grouped {
  readonly groups: readonly { readonly what: string; readonly found: readonly Placed[] }[];
  readonly unread: readonly Placed[];
}

function grouped(faults: readonly Fault[], all: readonly Placed[]): Grouped {
  const indexOf = ({ place, message }: Placed): number =>
    faults.findIndex(([, when]) => when.test(`${place}: ${message}`));
  return {
    groups: faults.map(([what], index) => ({ what, found: all.filter((one) => indexOf(one) === index) })),
    unread: all.filter((one) => indexOf(one) === -1),
  };
}

import type { Finding } from "../contract-corpus/hold.js";

/** One thing that is wrong with a document, in words. */
type Fault = readonly [
  /** A sentence without a full stop, in Markdown. */
  what: string,
  /** Which findings say it, each written as `12: The example a does not fit …`. */
  when: RegExp,
];

/** The findings at these lines. */
export function lines(...numbers: readonly number[]): RegExp {
  return new RegExp(`^(?:${numbers.join("|")}): `);
}

/** What was read of the findings of one document. */
export interface Verdict {
  readonly title: string;
  /** The name of its report. */
  readonly report: string;
  /** Which of the document's editions it was. */
  readonly edition: string;
  /** The first that fits a finding says what it is about. */
  readonly faults: readonly Fault[];
}

export interface Read {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
}

/** The page, and what keeps it from being right. */
export function pageOf(documents: readonly Read[]): { readonly text: string; readonly faults: readonly string[] } {
  const parts = documents.map(partOf);
  const count = documents.reduce((sum, { findings }) => sum + findings.length, 0);
  return {
    text: [introduction(count), ...parts.map(({ text }) => text)].join("\n"),
    faults: parts.flatMap(({ faults }) => faults),
  };
}

function introduction(count: number): string {
  return `# Findings in public documents

Whole runs of [contract tests of public documents](contract-corpus.md) have ${count.toLocaleString("en")} findings that are the documents' own. Each was read beside its line, and is true: what was not
was a fault of the tests and is mended. Redocly Museum, PagerDuty SCIM, Resend, Figma and Discord have none.

Numbers are lines: of the content, parameter or schema that gives the example, and of the media type under \`produces\` in Swagger. Behind a line stand the names of the examples that are
meant, where they have one that tells something (not \`default\` or \`response\`). An example has one line here, however much is wrong with it. \`npm run contract:findings\` writes this page from the reports of
\`contract:corpus --reports\`, and refuses findings that nobody has read.
`;
}

function partOf({ verdict: { title, report, edition, faults }, findings }: Read): {
  readonly text: string;
  readonly faults: readonly string[];
} {
  const folder = commonFolder(findings.map(({ at }) => at));
  const placed = findings.map(({ at, message }) => ({ place: placeOf(at.slice(folder.length)), message }));
  const groups = faults.map(() => [] as typeof placed);
  const unread = placed.filter((one) => {
    const index = faults.findIndex(([, when]) => when.test(`${one.place}: ${one.message}`));
    groups[index]?.push(one);
    return index === -1;
  });
  const lines = faults.map(([what], index) => `- ${what} (${groups[index]?.length}): ${placesOf(groups[index] ?? [])}`);
  const gone = faults.filter((_, index) => groups[index]?.length === 0);
  return {
    text: `## ${title}\n\n${edition}, ${findings.length} ${findings.length === 1 ? "finding" : "findings"}.\n\n${lines.join("\n")}\n`,
    faults: [
      ...unread.map(({ place, message }) => `${report}:${place}: nobody has read: ${message}`),
      ...gone.map(([what]) => `${report}: no finding says any more: ${what}`),
    ],
  };
}

/** `12`, or `shared/tags.yml:12` in a document of several files. */
function placeOf(at: string): string {
  return at.replace(/^[^/]*:(?=\d+$)/, "");
}

function commonFolder(places: readonly string[]): string {
  const [first = "", ...others] = places.map((place) => place.slice(0, place.lastIndexOf("/") + 1));
  let common = first;
  while (!others.every((folder) => folder.startsWith(common)))
    common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  return common;
}

function placesOf(found: readonly { readonly place: string; readonly message: string }[]): string {
  const names = new Map<string, string[]>();
  const byPlace = new Intl.Collator("en", { numeric: true });
  for (const { place, message } of [...found].sort((left, right) => byPlace.compare(left.place, right.place)))
    names.set(place, [...(names.get(place) ?? []), ...nameIn(message)]);
  return [...names].map(([place, all]) => [place, ...all.map((name) => `\`${name}\``)].join(" ")).join(", ");
}

/** The name of the example that a finding is about, where it tells one from others. */
function nameIn(message: string): readonly string[] {
  const [, name] = /^The example (.+?) (?:does not fit|is a \$ref|has a \$ref)/.exec(message) ?? [];
  return name === undefined || name === "default" || name === "response" ? [] : [name];
}

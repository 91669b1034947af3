import { nearest } from "@facsimile/document/diagnostics";
import type { Evidence, Fact, Page } from "../facts/fact.js";
import { digestOf, type PageSource } from "../read/page-source.js";
import { checkFacts } from "./check-facts.js";
import { PageChecker } from "./check-passage.js";
import { type LineRange, textOfRange } from "./collapsed-text.js";
import { coverageOf, type PageCoverage } from "./coverage.js";
import { describeState } from "./describe-state.js";
import { formOf } from "./fact-forms.js";
import type { FactsFile, Passage } from "./facts-file.js";
import type { HandProblem } from "./hand-problem.js";
import type { PassagePlace } from "./place.js";
import { quotePage } from "./quoted-page.js";
import { keptValue } from "./value-forms.js";

/** A passage whose words stand at another place of its page. */
export interface MovedPassage {
  readonly passage: Passage;
  readonly place: PassagePlace;
}

export interface HandResult {
  /** Undefined where there is a problem. */
  readonly evidence: Evidence | undefined;
  readonly problems: readonly HandProblem[];
  readonly moved: readonly MovedPassage[];
  readonly coverage: readonly PageCoverage[];
}

/**
 * Holds every passage of `facts.yaml` against its page, and makes evidence of the facts. Pages that no passage quotes are pages too.
 *
 * @param name of the file, with which its problems are told
 */
export function readByHand(
  provider: string,
  name: string,
  file: FactsFile,
  sources: readonly PageSource[],
): HandResult {
  const pages = sources.toSorted((a, b) => (a.file < b.file ? -1 : 1)).map(quotePage);
  const checkers = new Map(pages.map((page) => [page.file, new PageChecker(page)]));
  const problems: HandProblem[] = [...checkFacts(file, name)];
  const moved: MovedPassage[] = [];
  const places = new Map<string, LineRange[]>();
  const facts: Fact[] = [];
  for (const passage of file.passages) {
    const checker = checkers.get(passage.page);
    if (checker === undefined) {
      problems.push(unknownPage(passage, name, [...checkers.keys()]));
      continue;
    }
    const state = checker.check(passage);
    const range = state.kind === "same" || state.kind === "moved" ? state.range : undefined;
    if (range !== undefined) places.set(passage.page, [...(places.get(passage.page) ?? []), range]);
    if (state.kind === "moved") moved.push({ passage, place: state.place });
    if (state.kind !== "same") problems.push(describeState(passage, state, name, checker));
    facts.push(...passage.facts.map((fact) => factOf(fact, passage, firstLine(checker, range))));
  }
  problems.push(...pages.flatMap(({ file: page, unread }) => unreadRest(page, unread)));
  const evidence: Evidence = {
    provider,
    family: "wire",
    pages: pages.map(({ file: page, source }): Page => ({ file: page, role: "quoted", digest: digestOf(source) })),
    facts,
    differences: [],
  };
  return {
    evidence: problems.length > 0 ? undefined : evidence,
    problems,
    moved,
    coverage: pages.map((page) => coverageOf(page, places.get(page.file) ?? [])),
  };
}

function factOf({ id, value }: Passage["facts"][number], passage: Passage, line: number): Fact {
  return { id, page: passage.page, line, value: keptValue(formOf(id) ?? id, value, passage.mark) };
}

/** A passage may begin with lines that have no text. */
function firstLine({ page }: PageChecker, range: LineRange | undefined): number {
  if (range === undefined) return 1;
  for (let line = range.from; line <= range.to; line += 1)
    if (textOfRange(page.collapsed, { from: line, to: line }) !== "") return line;
  return range.from;
}

function unknownPage({ line, pointer, page }: Passage, file: string, known: readonly string[]): HandProblem {
  const guess = nearest(page, known);
  const fix =
    guess === undefined ? `The pages are ${known.slice(0, 10).join(", ") || "none"}` : `Did you mean ${guess}`;
  return { file, line, pointer: `${pointer}/page`, message: `there is no page ${page}`, fix };
}

function unreadRest(
  file: string,
  unread: { readonly line: number; readonly message: string } | undefined,
): readonly HandProblem[] {
  if (unread === undefined) return [];
  const message = `${unread.message}, and nothing after it is on the page`;
  return [{ file, line: unread.line, pointer: undefined, message, fix: "Close it" }];
}

import type { PageChecker } from "./check-passage.js";
import type { LineRange } from "./collapsed-text.js";
import type { Passage } from "./facts-file.js";
import type { HandProblem } from "./hand-problem.js";
import type { PassageState } from "./passage-state.js";
import { describePlace, printRange } from "./place.js";

/** What a person is told of a passage that is not where it was. */
export function describeState(
  passage: Passage,
  state: Exclude<PassageState, { kind: "same" }>,
  file: string,
  checker: PageChecker,
): HandProblem {
  const at = { file, line: passage.line, pointer: passage.pointer };
  const where = `${passage.page}, ${describePlace(passage.place)}`;
  switch (state.kind) {
    case "moved":
      return {
        ...at,
        message: `this passage (${where}) stands at ${passage.page}:${printRange(state.range)} now`,
        fix: `Run again with --update, or write the place as ${describePlace(state.place)}`,
      };
    case "repeated":
      return {
        ...at,
        message: `the words of this passage (${where}) stand at ${linesInWords(state.ranges)}, and one of them could be taken for another`,
        fix: "Take more lines into the passage, or name the heading above it",
      };
    case "gone":
      return { ...at, ...gone(where, passage, state, checker) };
  }
}

type Gone = Extract<PassageState, { kind: "gone" }>;
type Told = Pick<HandProblem, "message" | "fix">;

function gone(where: string, passage: Passage, state: Gone, checker: PageChecker): Told {
  const doubt = state.searched ? "" : ". The page is too much alike to be searched to its end";
  const { heading } = passage.place;
  if (heading !== undefined && !state.hasHeading) {
    const near = checker.nearestHeading(heading);
    const meant = near === undefined ? "" : `, and the nearest one is "${near}"`;
    const rest = state.elsewhere.length === 0 ? ", and the words are nowhere on the page" : elsewhereInWords(state);
    const message = `this passage (${where}) is gone: there is no such heading${meant}${rest}`;
    return { message, fix: `Find out what became of its facts, and take them out or give them another place${doubt}` };
  }
  const { now, mark } = state;
  if (now === undefined || mark === undefined) {
    const rest = state.elsewhere.length === 0 ? ", and the words are nowhere else" : elsewhereInWords(state);
    const message = `this passage (${where}) is gone: there is no such place${rest}`;
    return { message, fix: `Find out what became of its facts, and take them out or give them another place${doubt}` };
  }
  const said = (checker.page.lines[now.from - 1] ?? "").replace(/\s+/g, " ").trim();
  const message = `this passage (${where}) says something else now; line ${now.from} begins with "${shortened(said)}"${elsewhereInWords(state)}`;
  return { message, fix: `Read it, mend the facts that it states, and then write "mark: ${mark}"${doubt}` };
}

/** Words that stand below other headings may be about something else. */
function elsewhereInWords({ elsewhere }: Gone): string {
  return elsewhere.length === 0 ? "" : `; its words stand below other headings, at ${linesInWords(elsewhere)}`;
}

function linesInWords(ranges: readonly LineRange[]): string {
  const shown = ranges.slice(0, 5).map(printRange).join(", ");
  return `${/^\d+$/.test(shown) ? "line" : "the lines"} ${shown}${ranges.length > 5 ? " and more" : ""}`;
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

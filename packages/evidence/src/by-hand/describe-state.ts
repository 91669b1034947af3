import type { PassageState } from "./check-passage.js";
import type { Passage } from "./facts-file.js";
import type { HandProblem } from "./hand-problem.js";
import { describePlace, printRange } from "./place.js";
import type { QuotedPage } from "./quoted-page.js";

/** What a person is told of a passage that is not where it was. */
export function describeState(
  passage: Passage,
  state: Exclude<PassageState, { kind: "same" }>,
  file: string,
  page: QuotedPage,
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
        message: `the words of this passage (${where}) stand at the lines ${state.ranges.slice(0, 5).map(printRange).join(", ")}${state.ranges.length > 5 ? " and more" : ""}, and one of them could be taken for another`,
        fix: "Take more lines into the passage, or name the heading above it",
      };
    case "gone":
      return { ...at, ...gone(where, state, page) };
  }
}

function gone(
  where: string,
  { now, mark, searched }: Extract<PassageState, { kind: "gone" }>,
  page: QuotedPage,
): Pick<HandProblem, "message" | "fix"> {
  const doubt = searched ? "" : " The page is too much alike to be searched to its end.";
  if (now === undefined || mark === undefined) {
    const message = `this passage (${where}) is gone: there is no such place, and the words are nowhere else`;
    return {
      message,
      fix: `Find out what became of its facts, and take them out or give them another place.${doubt}`.replace(
        /\.$/,
        "",
      ),
    };
  }
  const said = (page.lines[now.from - 1] ?? "").replace(/\s+/g, " ").trim();
  const message = `this passage (${where}) says something else now; line ${now.from} begins with "${shortened(said)}"`;
  const fix = `Read it, mend the facts that it states, and then write "mark: ${mark}"${doubt.replace(/\.$/, "")}`;
  return { message, fix };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

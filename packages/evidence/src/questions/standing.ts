import type { DraftQuestion } from "../draft/drafting.js";
import { valueAt } from "../spec/json.js";
import type { Spec } from "../spec/load-spec.js";

/** Of the questions that a draft has as comments, those that still stand in a document: whoever answers one takes its comment out. */
export function standingQuestions(
  questions: readonly DraftQuestion[],
  spec: Spec,
  text: string,
): readonly DraftQuestion[] {
  const lines = text.split("\n").map((line) => line.trim());
  return questions.filter(({ pointer, text: question }) => {
    if (valueAt(spec.json, pointer) === undefined) return false;
    return commentAbove(lines, spec.locate(pointer).line).includes(question);
  });
}

/** The lines of the comment above the property or the item that is in a line. */
function commentAbove(lines: readonly string[], line: number): readonly string[] {
  const last = line - 2;
  let first = last;
  while (isComment(lines[first])) first -= 1;
  return lines.slice(first + 1, last + 1).map((comment) => comment.replace(/^#\s*/, ""));
}

function isComment(line: string | undefined): boolean {
  return line?.startsWith("#") === true;
}

import { type Evidence, type PageSource, printProblem, readDocumentation } from "../src/index.js";
import type { PageEdit } from "./page-edit.js";

/** What evidence says, with the differences that it keeps among the facts. */
export function saidBy(evidence: Evidence): ReadonlyMap<string, string> {
  const differences = evidence.differences.map(
    ({ id, dropped }) => [`difference ${id}`, JSON.stringify(dropped.value)] as const,
  );
  return new Map([...evidence.facts.map(({ id, value }) => [id, JSON.stringify(value)] as const), ...differences]);
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => before.get(id) !== after.get(id));
}

/** What became of an edit: `right`, `error`, or what is wrong without a word. */
export function outcome(
  edit: PageEdit,
  page: PageSource,
  pages: readonly PageSource[],
  before: ReadonlyMap<string, string>,
): string {
  const edited = {
    file: page.file,
    text: edit
      .apply(page.text)
      .replace(/\r\n/g, "\n")
      .replace(/^\uFEFF/, ""),
  };
  const { evidence, problems, samples } = readDocumentation(
    "shelf",
    pages.map((each) => (each === page ? edited : each)),
  );
  if (evidence === undefined) {
    // A page that is nothing any more has no line that is at fault.
    const placed = problems.some(({ file, line }) => file === page.file || line !== undefined);
    return placed ? "error" : `an error without a place: ${problems.map(printProblem).join()}`;
  }
  const ids = changed(before, saidBy(evidence));
  if (edit.meaning === "untrue sample" && !samples.unread.some((place) => place.page === page.file))
    return "silent: nobody is told of the sample";
  if (typeof edit.meaning === "string") return ids.length === 0 ? "right" : `silent: ${ids.join(", ")}`;
  const { changes } = edit.meaning;
  const other = ids.filter((id) => !changes.test(id));
  return other.length === 0 && ids.length > 0 ? "right" : `silent: ${ids.join(", ") || "nothing changed"}`;
}

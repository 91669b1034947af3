import type { PageChecker } from "./check-passage.js";
import { type PagePart, type PassagePlace, printRange } from "./place.js";

/** How many headings are named, where none is like the one that was given. */
const mostNamed = 20;

/** Why a place is none, or not one alone: what a person is told who wrote it down. */
export function describeNoPlace(checker: PageChecker, { heading, lines }: PassagePlace): string {
  const { file, lines: all } = checker.page;
  if (heading === undefined) return `${file} has ${all.length} lines, and there is no text at these`;
  const written = heading.join(" > ");
  const parts = checker.partsCalled(heading);
  const [only] = parts;
  if (only === undefined) return `${file} has no heading "${written}"; ${otherHeadings(checker, heading)}`;
  if (parts.length > 1) return `${file} has ${parts.length} headings "${written}"; ${tellApart(parts, checker)}`;
  const count = `${file}: the part below "${written}" has ${only.to - only.from + 1} lines`;
  return lines === undefined
    ? `${count}, none of them with text`
    : `${count}, and there is no text at ${printRange(lines)}`;
}

/** Those that have the words in them, else the nearest one, else the first ones. */
function otherHeadings(checker: PageChecker, heading: readonly string[]): string {
  const words = (heading.at(-1) ?? "").toLowerCase();
  const holding = checker.headings.filter((path) => path.at(-1)?.toLowerCase().includes(words) === true);
  if (holding.length > 0) return `there is ${named(holding)}`;
  const near = checker.nearestHeading(heading);
  return near === undefined ? `its headings are: ${named(checker.headings) || "none"}` : `did you mean "${near}"`;
}

function tellApart(parts: readonly PagePart[], checker: PageChecker): string {
  const paths = parts.map((part) => checker.placeOf(part, { heading: [], lines: undefined }).heading ?? part.path);
  const apart = new Map(paths.map((path) => [path.join(" > "), path]));
  const rest = apart.size < paths.length ? "; where two of these are alike, give the lines alone" : "";
  return `write one as ${named([...apart.values()])}${rest}`;
}

function named(paths: readonly (readonly string[])[]): string {
  const shown = paths.slice(0, mostNamed).map((path) => path.join(" > "));
  return `${shown.join("; ")}${paths.length > mostNamed ? `; and ${paths.length - mostNamed} more` : ""}`;
}

import {
  type FactsFile,
  type HandResult,
  PageChecker,
  type PassagePlace,
  parseRange,
  printHandProblem,
  quotePage,
  readByHand,
  readFactsFile,
} from "../src/index.js";

export const page: string = `# Books

## List

GET /books lists them.

It takes a limit, a number.

## Get

GET /books/{id} gets one.

Answers 404 where there is none.

## Remove

DELETE /books/{id} removes it.

Answers 404 where there is none.
`;

export function markOf(text: string, place: PassagePlace, file = "books.md"): string {
  const checker = new PageChecker(quotePage({ file, text }));
  const range = checker.range(place);
  return (range && checker.markAt(range)) ?? "none";
}

export function at(lines: string | undefined, ...heading: readonly string[]): PassagePlace {
  return {
    heading: heading.length === 0 ? undefined : heading,
    lines: lines === undefined ? undefined : parseRange(lines),
  };
}

export const listed: PassagePlace = at("5");
export const removed: PassagePlace = at("3", "Remove");
export const got: PassagePlace = at(undefined, "Get");

export const text: string = `# Facts of the bookshop.
format: 1
passages:
  - page: books.md # the only page
    lines: 5
    mark: ${markOf(page, listed)}
    facts:
      operation/list/method: GET
      operation/list/path: /books # no slash at the end

  - page: books.md
    heading: Remove
    lines: 3
    mark: ${markOf(page, removed)}
    facts: { operation/remove/method: DELETE, "operation/remove/path": "/books/{id}" }
  - page: books.md
    heading: [Books, Get]
    mark: ${markOf(page, got)}
    nothing: Not of interest.
`;

export function fileOf(source: string): FactsFile {
  const { file, problems } = readFactsFile(source, "facts.yaml");
  if (file === undefined || problems.length > 0) throw new Error(problems.map(printHandProblem).join("\n"));
  return file;
}

export function read(source: string, pageText: string): HandResult {
  return readByHand("books", "facts.yaml", fileOf(source), [{ file: "books.md", text: pageText }]);
}

export function told(source: string, pageText: string): readonly string[] {
  return read(source, pageText).problems.map(printHandProblem);
}

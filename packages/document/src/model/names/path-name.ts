import { isNamePart } from "./characters.js";
import { capitalize } from "./spelling.js";

/**
 * The name of an operation that has no other: a function of its method and path alone, and one-to-one. Two methods or paths that differ in
 * anything have two names, whatever else the document holds.
 *
 * - The method comes first, then each segment of the path with a capital: `GET /users/all` is `getUsersAll`, `GET /` is `get`.
 * - A path parameter is `By` and its name: `GET /users/{id}` is `getUsersById`.
 * - `_` stays, and `-` is `_` before a capital: `/api_keys` is `Api_keys`, `/api-keys` is `Api_Keys`.
 * - A parameter whose name ends in `Id` keeps its capitals: `/pets/{petId}` is `PetsByPetId`.
 * - Any other segment is spelled as it is between two `$`, the last of which is left out at the end: `GET /pet/findByStatus` is
 *   `getPet$findByStatus`. There `_` is doubled, and what no name can hold is its number in Unicode, in base 16, between two `_`:
 *   `GET /report.pdf` is `get$report_2e_pdf`.
 * - A path that does not begin with a slash has `_` after the method.
 */
export function pathName(method: string, path: string): string {
  const rest = path.startsWith("/") ? path.slice(1) : path;
  const segments = rest === "" ? [] : rest.split("/");
  const names = segments.map((segment, index) => segmentName(segment, index === segments.length - 1));
  return [method, path.startsWith("/") ? "" : "_", ...names].join("");
}

function segmentName(segment: string, isLast: boolean): string {
  const parameter = /^\{([^{}]+)\}$/.exec(segment)?.[1];
  if (parameter === undefined)
    return isPlain(segment) && !special.has(segment) ? plain(segment) : exact(segment, isLast);
  return `By${isPlain(parameter) || endsInId(parameter) ? plain(parameter) : exact(parameter, isLast)}`;
}

/** What parameters are marked by. */
const special: ReadonlySet<string> = new Set(["by", "id"]);

function isPlain(text: string): boolean {
  return /^[a-z][a-z0-9]*(?:_[a-z0-9]+|-[a-z][a-z0-9]*)*$/.test(text);
}

/** `petId`, and not `byId` or `idOfPetId`, which could be two parameters, or a parameter and a segment. */
function endsInId(text: string): boolean {
  if (!/^[a-z][a-z0-9]*(?:[A-Z][a-z0-9]*)*Id$/.test(text)) return false;
  const words = text.slice(0, -"Id".length).match(/^[a-z][a-z0-9]*|[A-Z][a-z0-9]*/g) ?? [];
  return !words.some((word) => special.has(word.toLowerCase()));
}

function plain(text: string): string {
  return capitalize(text.replace(/-(.)/g, (_, letter: string) => `_${letter.toUpperCase()}`));
}

function exact(text: string, isLast: boolean): string {
  return `$${[...text].map(exactly).join("")}${isLast ? "" : "$"}`;
}

function exactly(character: string): string {
  if (character === "_") return "__";
  const isLetter =
    /[\p{L}\p{Nd}]/u.test(character) && character.normalize("NFC") === character && isNamePart(character);
  return isLetter ? character : `_${(character.codePointAt(0) ?? 0).toString(16)}_`;
}

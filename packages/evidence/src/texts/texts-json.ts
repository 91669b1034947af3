import { isObject } from "../spec/json.js";
import type { Texts } from "./texts-of.js";

/** The number of the format of `texts.json`. */
const format = 1;

/** A file that is no list of texts. The message begins with the file. */
export class TextsError extends Error {
  override readonly name = "TextsError";
}

/** Texts as the file `texts.json`: a line for each, so that a change of one is one line of a diff. */
export function printTexts({ documented, spec }: Texts): string {
  const lines = (texts: ReadonlyMap<string, string>): string => {
    const all = [...texts].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return all.length === 0
      ? "{}"
      : `{\n${all.map(([name, mark]) => `    ${JSON.stringify(name)}: ${JSON.stringify(mark)}`).join(",\n")}\n  }`;
  };
  return `{
  "format": ${format},
  "documented": ${lines(documented)},
  "spec": ${lines(spec)}
}
`;
}

/**
 * Reads `texts.json`.
 *
 * @throws TextsError
 */
export function parseTexts(text: string, file: string): Texts {
  const json = parse(text, file);
  if (!isObject(json) || json.format !== format) throw wrong(file, `it has no "format": ${format}`);
  return { documented: marks(json, "documented", file), spec: marks(json, "spec", file) };
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw wrong(file, "it is no JSON");
  }
}

function marks(json: Readonly<Record<string, unknown>>, field: string, file: string): ReadonlyMap<string, string> {
  const found = json[field];
  const entries = isObject(found) ? Object.entries(found) : undefined;
  if (entries?.every((entry): entry is [string, string] => typeof entry[1] === "string") !== true)
    throw wrong(file, `"${field}" has no marks by name`);
  return new Map(entries);
}

function wrong(file: string, cause: string): TextsError {
  return new TextsError(`${file}: ${cause}. Write it anew with "facsimile verify <provider> --texts-read".`);
}

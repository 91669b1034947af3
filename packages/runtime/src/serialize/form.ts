import type { Parameter } from "../operation.js";
import { type Place, refuse } from "./refuse.js";
import { isDefined, isPlainObject, readContent, readText, readValue, writeMembers } from "./value.js";

type Encode = (text: string) => string;

/** A name and a value as they are sent. */
export type Pair = readonly [name: string, value: string];

/** How a value is written: a parameter, or a property of a form with its encoding. */
export interface Described extends Place {
  readonly style?: Parameter["style"] | undefined;
  readonly explode?: boolean;
  readonly content?: string;
}

const delimiters: Readonly<Record<string, string>> = { spaceDelimited: " ", pipeDelimited: "|" };

/** Writes a value in one of the styles of a query, as pairs of a name and a value. */
export function writeForm(
  parameter: Described,
  value: unknown,
  encodeName: Encode,
  encodeText: Encode,
): readonly Pair[] {
  const { style = "form", explode = style === "form", content } = parameter;
  const name = encodeName(parameter.name);
  if (content) return [[name, encodeText(readContent(parameter, content, value))]];
  if (value === null) return [[name, ""]];
  if (style === "deepObject") return writeDeep(parameter, name, value, encodeName, encodeText);
  const read = readValue(parameter, value);
  if (typeof read === "string") return [[name, encodeText(read)]];
  if (explode) {
    return read.map((member) =>
      typeof member === "string" ? [name, encodeText(member)] : [encodeName(member[0]), encodeText(member[1])],
    );
  }
  const written = writeMembers(read, false, (text) => delimited(parameter, text, encodeText));
  const delimiter = delimiters[style];
  return written.length > 0 ? [[name, written.join(delimiter ? encodeName(delimiter) : ",")]] : [];
}

/** Encodes one of several texts, so that the delimiter between them stays the only one. */
function delimited(parameter: Described, text: string, encodeText: Encode): string {
  const delimiter = delimiters[parameter.style ?? ""];
  if (!delimiter) return encodeText(text).replaceAll(",", "%2C");
  return text.includes(delimiter)
    ? refuse(parameter, "holds the delimiter of its style inside an item")
    : encodeText(text);
}

/**
 * `name[a][b]=text`. OpenAPI defines nothing below the first level (3.1.1, 4.8.12.5); this is the rule here: a list repeats the name of each of its texts,
 * and numbers its objects and lists from 0, so that their members stay together: `name[list]=a&name[list]=b`, `name[list][0][a]=text`.
 */
function writeDeep(parameter: Described, name: string, value: unknown, encodeName: Encode, encodeText: Encode): Pair[] {
  const below = (key: string | number, member: unknown): Pair[] =>
    writeDeep(parameter, name + encodeName(`[${key}]`), member, encodeName, encodeText);
  if (!isDefined(value)) return [];
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      typeof item === "object" && !(item instanceof Date)
        ? below(index, item)
        : writeDeep(parameter, name, item, encodeName, encodeText),
    );
  if (!isPlainObject(value)) return [[name, encodeText(readText(parameter, value))]];
  return Object.entries(value).flatMap(([key, member]) =>
    /[[\]]/.test(key) ? refuse(parameter, "has a bracket in a name") : below(key, member),
  );
}

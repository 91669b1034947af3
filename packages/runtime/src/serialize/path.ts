import type { Parameter } from "../operation.js";
import { encode } from "./encode.js";
import { type Values, writeGiven } from "./given.js";
import { refuse } from "./refuse.js";
import { readContent, readValue, writeMembers } from "./value.js";

/** What an URL parser drops or climbs on: nothing, one dot or two, encoded as often as one likes. */
const dots = /^(\.|%(25)*2e){0,2}$/i;

const marks: Readonly<Record<string, string>> = { simple: "", label: ".", matrix: ";" };

/**
 * Fills a path template. The result has the segments of the template, no more and no fewer, whatever the values are.
 *
 * @throws InvalidRequestError for a value that is missing, null, empty, `.` or `..` (encoded or not), an array or object
 * where the document has none, or not valid Unicode.
 */
export function serializePath(template: string, parameters: readonly Parameter[] | undefined, values?: Values): string {
  const texts = writeGiven("path", parameters, values, write);
  const fill = (_: string, name: string): string =>
    texts.find((given) => given[0] === name)?.[1] ?? refuse({ in: "path", name }, "is not described");
  return template.replace(/(?:\{[^{}]*\}|[^/{}])+/g, (segment) => {
    const filled = segment.replace(/\{([^{}]*)\}/g, fill);
    if (filled !== segment && dots.test(filled)) refuse({ in: "path", name: segment }, "would change the path");
    return filled;
  });
}

function write(parameter: Parameter, value: unknown): string {
  const { style = "simple", explode = false, content, structured } = parameter;
  if (content) return encode(readContent(parameter, content, value));
  const read = readValue(parameter, value);
  if (typeof read === "string" ? dots.test(read) : !structured || read.length === 0) {
    refuse(parameter, typeof read === "string" || structured ? "would change the path" : "must be a single value");
  }
  const mark = marks[style] ?? "";
  const name = style === "matrix" ? encode(parameter.name) : "";
  const nameItem = (text: string): string => name + (name && text && "=") + text;
  const members = typeof read === "string" ? [read] : read;
  if (explode) return mark + writeMembers(members, true, encode, nameItem).join(mark || ",");
  return mark + nameItem(writeMembers(members, false, encode).join(","));
}

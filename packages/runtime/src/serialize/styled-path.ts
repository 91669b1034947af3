import type { Parameter, RequestWriter } from "../operation.js";
import { encode } from "./encode.js";
import { writeGiven } from "./given.js";
import { refuseDots } from "./path.js";
import { refuse } from "./refuse.js";
import { readContent, readText, readValue, writeMembers } from "./value.js";

const marks: Readonly<Record<string, string>> = { simple: "", label: ".", matrix: ";" };

/**
 * Fills a path template, as `writePath` does, with arrays, objects, other styles and other media types as well, and with several
 * parameters, or a parameter and literal text, in one segment.
 */
export const writeStyledPath: RequestWriter = (draft, operation, input) => {
  const texts = new Map<string, string>();
  writeGiven("path", operation, input, (parameter, value) => void texts.set(parameter.name, write(parameter, value)));
  const fill = (_: string, name: string): string => texts.get(name) ?? refuse({ in: "path", name }, "is not described");
  draft.path = draft.path.replace(/[^/{}]*(\{[^{}]*\}[^/{}]*)+/g, (segment) =>
    refuseDots({ in: "path", name: segment }, segment.replace(/\{([^{}]*)\}/g, fill)),
  );
};

function write(parameter: Parameter, value: unknown): string {
  const { style = "simple", explode = false, content, structured } = parameter;
  if (content) return encode(readContent(parameter, content, value));
  const read = structured ? readValue(parameter, value) : readText(parameter, value);
  if (read.length === 0) refuse(parameter, "is empty");
  const mark = marks[style] ?? "";
  const name = style === "matrix" ? encode(parameter.name) : "";
  const nameItem = (text: string): string => name + (name && text && "=") + text;
  const members = typeof read === "string" ? [refuseDots(parameter, read)] : read;
  if (explode) return mark + writeMembers(members, true, encode, nameItem).join(mark || ",");
  return mark + nameItem(writeMembers(members, false, encode).join(","));
}

import { isHeaderValue } from "../header-value.js";
import type { Parameter } from "../operation.js";
import type { Pair } from "./form.js";
import { type Values, writeGiven } from "./given.js";
import { refuse } from "./refuse.js";
import { readContent, readValue, writeMembers } from "./value.js";

/**
 * The header parameters of a request, by the document's spelling. Style `simple` without percent-encoding, which no
 * server undoes in a header (OpenAPI 3.2 says so outright).
 */
export function serializeHeaders(parameters: readonly Parameter[] | undefined, values?: Values): readonly Pair[] {
  return writeGiven("header", parameters, values, (parameter, value) => {
    const text = write(parameter, value);
    return isHeaderValue(text) ? text : refuse(parameter, "holds a character that no header may hold");
  });
}

function write(parameter: Parameter, value: unknown): string {
  if (parameter.content) return readContent(parameter, parameter.content, value);
  if (value === null) return "";
  const read = readValue(parameter, value);
  if (typeof read === "string") return read;
  const item = (text: string): string => (text.includes(",") ? refuse(parameter, "has a comma inside an item") : text);
  return writeMembers(read, parameter.explode ?? false, item).join(",");
}

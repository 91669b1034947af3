import { isHeaderValue } from "../header-value.js";
import type { Parameter, RequestWriter } from "../operation.js";
import { writeGiven } from "./given.js";
import { refuse } from "./refuse.js";
import { readContent, readValue, writeMembers } from "./value.js";

/**
 * Writes the header parameters of a request. Style `simple` without percent-encoding, which no server undoes in a header
 * (OpenAPI 3.2 says so outright).
 */
export const writeHeaders: RequestWriter = ({ headers }, operation, input) => {
  writeGiven("header", operation, input, (parameter, value) => {
    const text = write(parameter, value);
    if (!isHeaderValue(text)) refuse(parameter, "holds a character that no header may hold");
    headers[parameter.name.toLowerCase()] = text;
  });
};

function write(parameter: Parameter, value: unknown): string {
  if (parameter.content) return readContent(parameter, parameter.content, value);
  if (value === null) return "";
  const read = readValue(parameter, value);
  if (typeof read === "string") return read;
  const item = (text: string): string => (text.includes(",") ? refuse(parameter, "has a comma inside an item") : text);
  return writeMembers(read, parameter.explode ?? false, item).join(",");
}

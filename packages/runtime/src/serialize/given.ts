import { dictionary } from "../dictionary.js";
import type { Operation, Parameter } from "../operation.js";
import type { Input } from "../request.js";
import { refuseUnknown } from "../unknown.js";
import { refuse, refuseFailure } from "./refuse.js";

/**
 * Writes each parameter of one place that has a value, in the order of the document.
 *
 * @throws InvalidRequestError for a required one that is missing.
 */
export function writeGiven(
  place: Parameter["in"],
  { parameters = [] }: Operation<never>,
  { [place]: values = {} }: Input,
  write: (parameter: Parameter, value: unknown) => void,
): void {
  const given = dictionary<unknown>(values);
  for (const parameter of parameters) {
    const value = given[parameter.name];
    if (parameter.in !== place) continue;
    if (value !== undefined) refuseFailure(parameter, write, value);
    else if (parameter.required || place === "path") refuse(parameter, "is required");
  }
}

/** @throws InvalidRequestError for what the operation does not have. */
export function checkNames({ parameters = [] }: Operation<never>, input: Input): void {
  refuseUnknown("input", input, () => members);
  for (const place of places) {
    refuseUnknown(place, input[place], () =>
      parameters.flatMap((parameter) => (parameter.in === place ? parameter.name : [])),
    );
  }
}

const places = ["path", "query", "header", "cookie"] as const;
const members = [...places, "body", "contentType"];

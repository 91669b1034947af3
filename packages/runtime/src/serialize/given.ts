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
  { [place]: values }: Input,
  write: (parameter: Parameter, value: unknown) => void,
): void {
  for (const parameter of parameters) {
    const { name, required } = parameter;
    if (parameter.in !== place) continue;
    // What every object inherits, `constructor` for one, is not given.
    if (values && Object.hasOwn(values, name) && values[name] !== undefined)
      refuseFailure(parameter, write, values[name]);
    else if (required || place === "path") refuse(parameter, "is required");
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

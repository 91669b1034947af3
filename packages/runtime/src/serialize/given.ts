import type { Operation, Parameter } from "../operation.js";
import type { Input } from "../request.js";
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
  for (const parameter of parameters) {
    if (parameter.in !== place) continue;
    const { name } = parameter;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) refuseFailure(parameter, write, value);
    else if (parameter.required || place === "path") refuse(parameter, "is required");
  }
}

/** Refuses a name that the operation does not have: a misspelt filter, dropped in silence, changes what a call does. */
export function refuseUnknown({ parameters = [] }: Operation<never>, input: Input): void {
  for (const place of places) {
    const values = input[place];
    for (const name in values) {
      if (values[name] === undefined || parameters.some((known) => known.name === name && known.in === place)) continue;
      const known = parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
      refuse({ in: place, name }, `is unknown; known: ${known.join(", ") || "none"}`);
    }
  }
}

const places = ["path", "query", "header", "cookie"] as const;

import type { Operation, Parameter } from "../operation.js";
import type { Input } from "../request.js";
import { refuse, refuseFailure } from "./refuse.js";

/** A parameter, and its value as it is sent. */
export type Given<Written> = readonly [parameter: Parameter, written: Written];

/**
 * Writes each parameter of one place that has a value, in the order of the document.
 *
 * @throws InvalidRequestError for a required one that is missing.
 */
export function writeGiven<Written>(
  place: Parameter["in"],
  { parameters = [] }: Operation<never>,
  { [place]: values = {} }: Input,
  write: (parameter: Parameter, value: unknown) => Written,
): readonly Given<Written>[] {
  const written: Given<Written>[] = [];
  for (const parameter of parameters) {
    if (parameter.in !== place) continue;
    const { name } = parameter;
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) written.push([parameter, refuseFailure(parameter, () => write(parameter, value))]);
    else if (parameter.required || place === "path") refuse(parameter, "is required");
  }
  return written;
}

/** Refuses a name that the operation does not have: a misspelt filter, dropped in silence, changes what a call does. */
export function refuseUnknown({ parameters = [] }: Operation<never>, input: Input): void {
  for (const place of ["path", "query", "header", "cookie"] as const) {
    const values = input[place];
    for (const name in values) {
      const known = parameters.filter((parameter) => parameter.in === place).map((parameter) => parameter.name);
      if (values[name] !== undefined && !known.includes(name))
        refuse({ in: place, name }, `is unknown; known: ${known.join(", ") || "none"}`);
    }
  }
}

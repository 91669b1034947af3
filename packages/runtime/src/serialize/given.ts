import type { Parameter } from "../operation.js";
import { refuse, refuseFailure } from "./refuse.js";

/** Values by parameter name, as the caller wrote them. */
export type Values = Readonly<Record<string, unknown>>;

/**
 * Writes each parameter of one place that has a value, in the order of the document. Refuses a required one that is
 * missing, and a name that the operation does not have: a misspelt filter, dropped in silence, changes what a call does.
 */
export function writeGiven<Written>(
  place: Parameter["in"],
  parameters: readonly Parameter[] | undefined,
  values: Values | undefined,
  write: (parameter: Parameter, value: unknown) => Written,
): readonly (readonly [name: string, written: Written])[] {
  const own = parameters?.filter((parameter) => parameter.in === place) ?? [];
  for (const name of Object.keys(values ?? {})) {
    if (values?.[name] !== undefined && !own.some((parameter) => parameter.name === name)) {
      refuse({ in: place, name }, `is unknown; known: ${own.map((parameter) => parameter.name).join(", ") || "none"}`);
    }
  }
  return own.flatMap((parameter) => {
    const value = values && Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
    if (value !== undefined)
      return [[parameter.name, refuseFailure(parameter, () => write(parameter, value))] as const];
    return parameter.required || place === "path" ? refuse(parameter, "is required") : [];
  });
}

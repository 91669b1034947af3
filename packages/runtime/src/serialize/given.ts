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
  for (const name of values ? Object.keys(values) : []) {
    if (values?.[name] !== undefined && !own.some((parameter) => parameter.name === name)) {
      refuse({ in: place, name }, `is unknown; known: ${own.map((parameter) => parameter.name).join(", ") || "none"}`);
    }
  }
  const written: (readonly [name: string, written: Written])[] = [];
  for (const parameter of own) {
    const { name } = parameter;
    const value = values && Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined) written.push([name, refuseFailure(parameter, () => write(parameter, value))]);
    else if (parameter.required || place === "path") refuse(parameter, "is required");
  }
  return written;
}

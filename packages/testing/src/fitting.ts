import { type Direction, isObject, type Json, type Schema } from "@facsimile/document";
import { makeValue, type SchemaError } from "@facsimile/samples";
import { complete } from "./complete.js";
import type { Description } from "./description.js";
import { MockError } from "./mock-error.js";
import { showErrors } from "./show-errors.js";

/** A schema as its values travel, and what a message calls them. */
export interface Use {
  readonly schema: Schema;
  readonly direction: Direction;
  readonly where: string;
}

/** A value of a schema. @throws MockError where none is found. */
export function made({ document, validator }: Description, use: Use, size: "minimal" | "maximal"): Json {
  const { schema, direction, where } = use;
  const found = makeValue(document.json, validator, schema, { direction, size });
  if (found.kind === "made") return found.value;
  const least = makeValue(document.json, validator, schema, { direction, size: "minimal" });
  if (least.kind === "made") return least.value;
  throw new MockError(`${where}: ${least.reason}; give one`);
}

/** A value that is completed. @throws MockError where it does not fit its schema. */
export function fitting({ document, validator, placeOf }: Description, use: Use, given: unknown): unknown {
  const { schema, direction, where } = use;
  const check = (value: unknown): readonly SchemaError[] => validator.check(schema.pointer, direction, value);
  const { value, errors } = complete({ document: document.json, direction, check }, plain(given));
  if (errors.length === 0) return value;
  throw new MockError(`${where}: ${showErrors(errors)} (${placeOf(schema.pointer)})`);
}

/** As JSON has it: without members that are undefined, dates as texts. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toJSON();
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member)]));
}

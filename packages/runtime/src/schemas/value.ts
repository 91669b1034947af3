import type { SchemaTypeName } from "./node.js";
import type { Spot } from "./spot.js";

/** Holds a value against what a schema says of its type. Where that does not fit, nothing else matters. */
export function checkKind(spot: Spot, value: unknown): boolean {
  const { type, instanceOf } = spot.keywords;
  if (instanceOf !== undefined && !isInstance(value, instanceOf)) {
    spot.say(`is no ${instanceOf}`);
    return false;
  }
  if (type === undefined) return true;
  const types = typeof type === "string" ? [type] : type;
  if (types.some((one) => isOfType(value, one))) return true;
  spot.say(`is ${kindOf(value)} and ${negated(types)}`);
  return false;
}

function isInstance(value: unknown, name: string): boolean {
  // A cast because the compiler does not know which classes a platform has.
  const known = (globalThis as Readonly<Record<string, unknown>>)[name];
  return typeof known !== "function" || value instanceof known;
}

function isOfType(value: unknown, type: SchemaTypeName): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  if (type === "number") return Number.isFinite(value);
  return typeof value === type && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "an array";
  // No number of JSON, and a number to JavaScript.
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  const kind = typeof value;
  return kind === "object" ? "an object" : `a ${kind}`;
}

function negated(types: readonly SchemaTypeName[]): string {
  const [first, ...others] = types;
  return [first === "null" ? "not null" : `no ${first}`, ...others].join(" or ");
}

/** How many values a message lists. */
const listedLimit = 10;

/** Holds a value against the values that a schema lists. */
export function checkListed(spot: Spot, value: unknown): void {
  const { enum: listed, const: only } = spot.keywords;
  for (const values of [listed, only === undefined ? undefined : [only]])
    if (values !== undefined && !isAmong(spot, values, value)) spot.say(noneOf(values));
}

function isAmong(spot: Spot, values: readonly unknown[], value: unknown): boolean {
  if (values.includes(value)) return true;
  if (typeof value !== "object" || value === null) return false;
  const objects = values.filter((one) => typeof one === "object" && one !== null);
  return objects.some((one) => spot.numberOf(one) === spot.numberOf(value));
}

function noneOf(values: readonly unknown[]): string {
  if (values.length > listedLimit) return `is none of ${values.length} values`;
  const listed = values.map((value) => JSON.stringify(value)).join(", ");
  return values.length === 1 ? `is not ${listed}` : `is none of ${listed}`;
}

/** Says whether a value is what it has to be. */
export type Check = (value: unknown) => boolean;

export const anyText: Check = (value) => typeof value === "string";

export const text =
  (least: number, most: number): Check =>
  (value: unknown) =>
    typeof value === "string" && [...value].length >= least && [...value].length <= most;

export const number =
  (least: number, most: number = Number.POSITIVE_INFINITY): Check =>
  (value: unknown) =>
    typeof value === "number" && value >= least && value <= most;

export const integer =
  (least: number, most: number): Check =>
  (value: unknown) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

export const truth: Check = (value) => typeof value === "boolean";

export const oneOf =
  (...values: readonly string[]): Check =>
  (value: unknown) =>
    values.includes(String(value)) && typeof value === "string";

export const listOf =
  (check: Check): Check =>
  (value: unknown) =>
    Array.isArray(value) && value.every(check);

export const mapOf =
  (check: Check): Check =>
  (value: unknown) =>
    isRecord(value) && Object.values(value).every(check);

/** An object: what is there of its properties fits, and what is required is there. */
export const shape =
  (checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value: unknown) =>
    isRecord(value) &&
    required.every((name) => Object.hasOwn(value, name)) &&
    Object.entries(checks).every(([name, check]) => !Object.hasOwn(value, name) || check(value[name]));

export const day: Check = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(value).toJSON()?.startsWith(value) === true;

export const moment: Check = (value) =>
  typeof value === "string" &&
  /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

export const email: Check = (value) => typeof value === "string" && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value);

export const uuid: Check = (value) =>
  typeof value === "string" && /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(value);

/** Of a query, where every value is text. */
export const wholeNumber =
  (least: number, most: number): Check =>
  (value: unknown) =>
    /^-?\d+$/.test(String(value)) && integer(least, most)(Number(value));

/** Whether all that is there of a query fits. */
export function fitsQuery(query: URLSearchParams, checks: Readonly<Record<string, Check>>): boolean {
  return Object.entries(checks).every(([name, check]) => query.getAll(name).every(check));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

import type { SchemaView } from "@facsimile/document";

type Limits = Pick<SchemaView, "multipleOf" | "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum">;

/** The least number that a schema allows, or one of its middle where it has none. */
export function sampleNumber(limits: Limits, type: "integer" | "number" = "integer"): number {
  const candidates = candidatesOf(limits);
  return candidates.find((value) => isWithin(limits, type, value)) ?? candidates[0] ?? 1;
}

/** As many numbers that differ as a schema allows, up to a count. */
export function sampleNumbers(limits: Limits, type: "integer" | "number", count: number): readonly number[] {
  const first = sampleNumber(limits, type);
  const step = limits.multipleOf ?? 1;
  const all = Array.from({ length: 2 * count }, (_, index) =>
    index % 2 === 0 ? first + (index / 2) * step : first - ((index + 1) / 2) * step,
  );
  return [first, ...all.filter((value) => value !== first && isWithin(limits, type, value))].slice(0, count);
}

/** Whether a number is inside the limits of a schema. */
export function isWithin({ multipleOf, ...limits }: Limits, type: "integer" | "number", value: number): boolean {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = limits;
  if (value < minimum || value > maximum || value <= exclusiveMinimum || value >= exclusiveMaximum) return false;
  return (
    (type === "number" || Number.isInteger(value)) && (multipleOf === undefined || Number.isInteger(value / multipleOf))
  );
}

function candidatesOf({ multipleOf: step = 1, ...limits }: Limits): readonly number[] {
  const { minimum, exclusiveMinimum, maximum = 1, exclusiveMaximum } = limits;
  const above = exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step;
  const lowest = minimum ?? above ?? Math.min(1, maximum);
  const least = Math.ceil(lowest / step) * step;
  const lower = minimum ?? exclusiveMinimum ?? Math.min(0, exclusiveMaximum ?? maximum) - 1;
  const upper = limits.maximum ?? exclusiveMaximum ?? lower + 2;
  const steps = Array.from({ length: 20 }, (_, index) => least + index * step);
  return [
    least,
    lowest,
    ...steps,
    Math.floor(upper / step) * step,
    (Math.ceil(upper / step) - 1) * step,
    (lower + upper) / 2,
    upper,
  ];
}

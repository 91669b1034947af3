import type { Json, SchemaView } from "@facsimile/document";
import { partAt, partsOf, useOf, withPart } from "@facsimile/samples";
import type { Description } from "./description.js";
import type { Use } from "./fitting.js";

/** Another value of a schema, the same one for each number: other texts, numbers and choices wherever the schema takes them. */
export function vary({ document, validator }: Description, use: Use, value: Json, seed: number): unknown {
  const { schema, direction } = use;
  const next = randomOf(seed);
  const parts = partsOf(document.json, useOf(schema), value);
  let varied: unknown = value;
  for (const { path, view } of parts) {
    const part = partAt(varied, path);
    const other = otherThan(part, view, next);
    if (other === undefined || other === part) continue;
    const candidate = withPart(varied, path, other);
    if (validator.check(schema.pointer, direction, candidate).length === 0) varied = candidate;
  }
  return varied;
}

/** From 0 on, below a number. */
type Next = (below: number) => number;

function otherThan(part: unknown, view: SchemaView, next: Next): unknown {
  if (view.const !== undefined) return undefined;
  if (view.enum) return view.enum[next(view.enum.length)];
  if (typeof part === "boolean") return next(2) === 1;
  if (typeof part === "number") return Math.floor(part) + next(1_000);
  return typeof part === "string" ? otherText(part, view.format, next) : undefined;
}

function otherText(text: string, format: string | undefined, next: Next): string {
  const day = new Date(Date.UTC(2020, 0, 1) + next(3_000) * 86_400_000 + next(86_400) * 1_000).toISOString();
  const hex = (count: number): string => Array.from({ length: count }, () => next(16).toString(16)).join("");
  switch (format) {
    case "date-time":
      return day.replace(".000", "");
    case "date":
      return day.slice(0, 10);
    case "uuid":
      return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
    case "email":
      return text.replace(/^[^@]*/, (name) => `${name}${next(10_000)}`);
    case "uri":
      return `${text}?n=${next(10_000)}`;
    default:
      // In front of the digits at its end, what counts things stays a number.
      return text === "" ? text : `${text.replace(/ ?(?<!\d)\d+$/, "")} ${next(10_000)}`;
  }
}

/** A linear congruential generator (Numerical Recipes, 7.1): enough to tell values apart. */
function randomOf(seed: number): Next {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

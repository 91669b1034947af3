import type { Bounds, SchemaView } from "@facsimile/document";
import { typeOf } from "./sample.js";

/** A value that breaks one keyword and, as far as can be, no other. */
type Breaker = (view: SchemaView, value: unknown) => readonly unknown[];

/** Texts that no format allows. */
const formless = "no such format!";

/** Formats that Prism and our validator know. Others are remarks for people. */
const heldFormats = new Set([
  "date-time",
  "date",
  "time",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uri-reference",
  "uri-template",
  "uuid",
  "json-pointer",
  "relative-json-pointer",
  "regex",
  "byte",
]);

/** By keyword, what breaks it; the first candidate that really does is taken. `required` breaks once for each name. */
export const breakers: Readonly<Record<string, Breaker>> = {
  type: (view) => wrongTypes(view),
  enum: (view) => (typeOf(view) === "string" ? ["none of these"] : [987654321]),
  const: () => ["not the constant", 987654321],
  format: () => [formless],
  minimum: ({ minimum }) => [Number(minimum) - 1],
  maximum: ({ maximum }) => [Number(maximum) + 1],
  exclusiveMinimum: ({ exclusiveMinimum }) => [exclusiveMinimum],
  exclusiveMaximum: ({ exclusiveMaximum }) => [exclusiveMaximum],
  multipleOf: ({ multipleOf }, value) => [Number(value) + Number(multipleOf) / 2],
  minLength: ({ minLength }, value) => [String(value).slice(0, Number(minLength) - 1)],
  maxLength: ({ maxLength }, value) => [String(value).padEnd(Number(maxLength) + 1, "x")],
  // What is empty comes last: as a parameter it may be taken for none.
  pattern: () => ["0", "x", "no such pattern!", "§", " ", ""],
  minItems: ({ minItems }, value) => [listOf(value).slice(0, Number(minItems) - 1)],
  maxItems: ({ maxItems }, value) =>
    repeated(value, (first) =>
      Array.from({ length: Number(maxItems) + 1 }, (_, index) => listOf(value)[index] ?? first),
    ),
  uniqueItems: (_view, value) => repeated(value, (first) => [first, first]),
  minProperties: ({ minProperties }, value) => [
    Object.fromEntries(Object.entries(value as object).slice(0, Number(minProperties) - 1)),
  ],
  maxProperties: ({ maxProperties }, value) => [
    {
      ...(value as object),
      ...Object.fromEntries(Array.from({ length: Number(maxProperties) + 1 }, (_, index) => [`extra${index}`, "x"])),
    },
  ],
  additionalProperties: (_view, value) => [{ ...(value as object), undeclared: "x" }],
};

/** The keywords of a schema that a value can break. */
export function breakableKeywords(view: SchemaView): readonly string[] {
  return Object.keys(breakers).filter((keyword) => isBreakable(view, keyword));
}

function isBreakable(view: SchemaView, keyword: string): boolean {
  switch (keyword) {
    case "type":
      return view.statesType;
    case "pattern":
      return view.patterns.length > 0;
    case "additionalProperties":
      return view.isClosed;
    case "format":
      return view.format !== undefined && heldFormats.has(view.format);
    default: {
      // The others are called in a view as they are in a schema. A least of 0 and a false bind nobody.
      const limit = view[keyword as keyof Bounds];
      return (
        limit !== undefined && limit !== false && !(keyword.startsWith("min") && keyword !== "minimum" && limit === 0)
      );
    }
  }
}

function wrongTypes({ types = [] }: SchemaView): readonly unknown[] {
  const allowed: ReadonlySet<string> = new Set(types);
  const candidates: [string[], unknown][] = [
    [["string"], "text"],
    [["number"], 1.5],
    [["integer", "number"], 1],
    [["boolean"], true],
    [["array"], []],
    [["object"], {}],
    [["null"], null],
  ];
  return candidates.filter(([types]) => !types.some((type) => allowed.has(type))).map(([, value]) => value);
}

/** With the first item of a list; nothing where it has none. */
function repeated(value: unknown, make: (first: unknown) => readonly unknown[]): readonly unknown[] {
  const [first, ...more] = listOf(value);
  return first === undefined && more.length === 0 ? [] : [make(first)];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

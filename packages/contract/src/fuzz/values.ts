import { type JsonObject, type SchemaUse, type SchemaView, schemasOf } from "@facsimile/document";
import { flatten, sampleValue, typeOf } from "@facsimile/samples";
import type { Arbitrary } from "fast-check";

export type FastCheck = typeof import("fast-check");

/** Deeper values are the simplest ones. */
const deepest = 4;

/** Longer texts and lists are made of a few lengths alone. */
const longestText = 60;
const longestList = 6;

/** Texts that programs stumble over, the simplest first. */
const awkwardTexts: readonly string[] = [
  ...["", " ", "0", "null", "true", "'", '"', "\\", "%", "%00", "<b>", "{{7*7}}", "../..", "a,b", "\u0000", "\n"],
  ...["ü", "Zoë", "日本", "😀", "\u202eabc", "e\u0301", "x".repeat(300), "😀".repeat(100), "x".repeat(20_000)],
];

const awkwardNumbers: readonly number[] = [0, -1, 1, 0.5, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 1e21, -0.000_001];

/** Makes values of schemas: mostly such as fit, with parts that do not. */
export class ValueMaker {
  /** A value of any kind, whatever is asked for. */
  readonly wild: Arbitrary<unknown>;

  constructor(
    private readonly fc: FastCheck,
    private readonly document: JsonObject,
  ) {
    const nested = [[[[]]], { a: { a: { a: {} } } }, [null], [{}], {}];
    this.wild = fc.oneof(
      fc.constant(null),
      fc.constantFrom(...awkwardNumbers),
      fc.constantFrom(...awkwardTexts),
      fc.boolean(),
      fc.constantFrom(...nested),
      fc.jsonValue({ maxDepth: 2 }),
    );
  }

  /** @param share How many of a hundred parts are of any kind. */
  of(use: SchemaUse, share: number, depth = 0): Arbitrary<unknown> {
    const fitting = this.fitting(use, share, depth);
    if (share === 0) return fitting;
    return this.fc.oneof(
      { withCrossShrink: true, depthSize: "small" },
      { arbitrary: fitting, weight: 100 - share },
      { arbitrary: this.wild, weight: share },
    );
  }

  private fitting(use: SchemaUse, share: number, depth: number): Arbitrary<unknown> {
    const { fc } = this;
    const view = flatten(this.document, use);
    const usual = sampleValue(this.document, use, { direction: "request", size: "minimal" });
    if (depth > deepest || view.const !== undefined) return fc.constant(usual);
    if (view.enum !== undefined) return fc.constantFrom(...(view.enum.length === 0 ? [usual] : view.enum));
    const made = this.byType(view, usual, share, depth);
    return view.allowsNull
      ? fc.oneof({ arbitrary: made, weight: 9 }, { arbitrary: fc.constant(null), weight: 1 })
      : made;
  }

  private byType(view: SchemaView, usual: unknown, share: number, depth: number): Arbitrary<unknown> {
    const { fc } = this;
    const type = typeOf(view);
    if (type === "object") return this.object(view, share, depth);
    if (type === "array") {
      const minLength = Math.min(view.minItems ?? 0, longestList);
      const maxLength = Math.max(minLength, Math.min(view.maxItems ?? longestList, longestList));
      return fc.array(this.of(view.items, share, depth + 1), { minLength, maxLength });
    }
    if (type === "boolean") return fc.boolean();
    if (type === "null") return fc.constant(null);
    return type === "string" ? this.text(view, usual) : this.number(view, type === "integer");
  }

  private object(view: SchemaView, share: number, depth: number): Arbitrary<unknown> {
    const { fc } = this;
    const schemas = schemasOf(this.document);
    const properties = [...view.properties].filter(([, property]) => !schemas.isAbsent(property, "request"));
    const model = Object.fromEntries(properties.map(([name, property]) => [name, this.of(property, share, depth + 1)]));
    const requiredKeys = properties.map(([name]) => name).filter((name) => view.required.has(name));
    if (properties.length > 0) return fc.record(model, { requiredKeys, noNullPrototype: true });
    const others = view.additional.length === 0 ? this.wild : this.of(view.additional, share, depth + 1);
    return fc.dictionary(fc.constantFrom("a", "b", "ü", "x-y"), others, { maxKeys: 3, noNullPrototype: true });
  }

  private text(
    { format, patterns, minLength = 0, maxLength = longestText }: SchemaView,
    usual: unknown,
  ): Arbitrary<unknown> {
    const { fc } = this;
    if (format === "uuid") return fc.oneof(fc.constant(usual), fc.uuid());
    if (format === "date" || format === "date-time") return fc.oneof(fc.constant(usual), this.instant(format));
    if (format !== undefined || patterns.length > 0) return fc.constant(usual);
    const fits = awkwardTexts.filter((text) => [...text].length >= minLength && [...text].length <= maxLength);
    const most = Math.max(minLength, Math.min(maxLength, longestText));
    return fc.oneof(
      { withCrossShrink: true },
      fc.string({ unit: "grapheme-ascii", minLength, maxLength: most }),
      fc.string({ unit: "grapheme", minLength, maxLength: most }),
      ...(fits.length === 0 ? [] : [fc.constantFrom(...fits)]),
    );
  }

  private instant(format: "date" | "date-time"): Arbitrary<string> {
    const { fc } = this;
    const [min, max] = [new Date("0001-01-01T00:00:00Z"), new Date("9999-12-31T23:59:59Z")];
    return fc
      .date({ min, max, noInvalidDate: true })
      .map((date) => (format === "date" ? date.toISOString().slice(0, 10) : date.toISOString()));
  }

  private number(view: SchemaView, isInteger: boolean): Arbitrary<unknown> {
    const { fc } = this;
    const { exclusiveMinimum, exclusiveMaximum, multipleOf } = view;
    const min = view.minimum ?? (exclusiveMinimum === undefined ? -(2 ** 31) : exclusiveMinimum + 1);
    const max = view.maximum ?? (exclusiveMaximum === undefined ? 2 ** 31 - 1 : exclusiveMaximum - 1);
    if (multipleOf !== undefined || min > max) return fc.constant(min);
    const whole = fc.integer({ min: Math.ceil(Math.max(min, -(2 ** 53))), max: Math.floor(Math.min(max, 2 ** 53)) });
    const fits = awkwardNumbers.filter((one) => one >= min && one <= max && (!isInteger || Number.isSafeInteger(one)));
    const broken = isInteger ? [] : [fc.double({ min, max, noNaN: true, noDefaultInfinity: true })];
    return fc.oneof(
      { withCrossShrink: true },
      whole,
      ...broken,
      ...(fits.length === 0 ? [] : [fc.constantFrom(...fits)]),
    );
  }
}

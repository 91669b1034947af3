import { isNothing, isObject, type Json, type JsonType, type SchemaUse, type SchemaView } from "@facsimile/document";
import { discriminatorOf } from "../schema/discriminators.js";
import type { Path } from "../values/at.js";
import { itemUse } from "../values/flatten.js";
import { sampleNumber } from "../values/number.js";
import { type Choice, choicesOf } from "./choices.js";
import type { Meaning } from "./meaning.js";
import { matches, sampleKey, sampleString } from "./strings.js";

/** A value with nothing in it that is not needed. It is JSON, but that bytes are a `Blob`. */
export type Made = null | boolean | number | string | Blob | readonly Made[] | MadeObject;

export interface MadeObject {
  readonly [name: string]: Made;
}

export function isMadeObject(value: Made): value is MadeObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Blob);
}

/** No value can be made. The message says why. */
export class Unmade extends Error {
  override readonly name = "Unmade";
}

/** Whether bytes stand in a place as bytes, and not as text. */
export type TakesBytes = (path: Path) => boolean;

/** More would only be longer. */
const mostItems = 100;

/** Makes the least value of a schema: the same one each time. */
export class Maker {
  readonly meaning: Meaning;
  readonly #takesBytes: TakesBytes;
  /** The schemas whose value is being made. */
  readonly #open = new Set<string>();

  constructor(meaning: Meaning, takesBytes: TakesBytes) {
    this.meaning = meaning;
    this.#takesBytes = takesBytes;
  }

  /** Throws {@link Unmade} where no value of any alternative can be made. */
  least(use: SchemaUse, path: Path): Made {
    const key = use.map(({ pointer }) => pointer).join(" ");
    if (this.#open.has(key)) throw new Unmade("a value would have to be in itself");
    this.#open.add(key);
    try {
      return this.#first(use, choicesOf(this.meaning.schemas, use), path);
    } finally {
      this.#open.delete(key);
    }
  }

  #first(use: SchemaUse, choices: readonly Choice[], path: Path): Made {
    const made: Made[] = [];
    let reason: unknown;
    for (const { view } of choices) {
      try {
        for (const value of this.candidates(view, path)) {
          if (choices.length === 1 || this.#fits(use, value)) return value;
          made.push(value);
        }
      } catch (error) {
        if (!(error instanceof Unmade)) throw error;
        reason ??= error;
      }
    }
    const [first] = made;
    if (first === undefined) throw reason;
    return first;
  }

  /** What one alternative allows, another may refuse. */
  #fits(use: SchemaUse, value: Made): boolean {
    const [node, ...others] = use;
    return node === undefined || others.length > 0 || this.meaning.refusal(node.pointer, value) === undefined;
  }

  /** Values of one reading of a schema, the least one first: one that has more in it may fit where that one does not. */
  *candidates(view: SchemaView, path: Path): Generator<Made> {
    const least = this.leastOf(view, path);
    yield least;
    if (Array.isArray(least) && least.length === 0 && view.maxItems !== 0) yield this.items(view, 1, path);
    if (!isMadeObject(least)) return;
    const optional = [...view.properties].filter(([name, use]) => !Object.hasOwn(least, name) && this.has(use));
    for (const [name] of optional) yield { ...least, [name]: this.property(view, name, path) };
  }

  /** The least value of one reading of a schema. */
  leastOf(view: SchemaView, path: Path): Made {
    const listed = listedValues(view);
    if (listed !== undefined) return likeliest(listed);
    if (isImpossible(view)) throw new Unmade("no value fits");
    try {
      return this.ofType(view, view.types?.find((type) => type !== "null") ?? view.types?.[0] ?? "string", path);
    } catch (error) {
      if (view.allowsNull && error instanceof Unmade) return null;
      throw error;
    }
  }

  ofType(view: SchemaView, type: JsonType, path: Path): Made {
    switch (type) {
      case "object":
        return this.#object(view, path);
      case "array":
        return this.items(view, view.minItems ?? 0, path);
      case "integer":
      case "number":
        return sampleNumber(view, type);
      case "string":
        return isBytes(view) && this.#takesBytes(path) ? new Blob([]) : sampleString(view);
      default:
        return type === "boolean" ? true : null;
    }
  }

  /** The value of a property: the one that a discriminator expects, where there is such a one. */
  property(view: SchemaView, name: string, path: Path): Made {
    return this.expected(view, name) ?? this.least(propertyOf(view, name), [...path, name]);
  }

  /** The value that a discriminator expects of a property, where the schemas of the property leave it open, or no other one is meant. */
  expected({ parts, properties }: SchemaView, name: string): Made | undefined {
    const preferred = parts.map(({ pointer }) => this.meaning.preferred.get(pointer)?.get(name));
    const expected = preferred.find((value) => value !== undefined);
    if (expected === undefined) return undefined;
    if (expected.isOnly) return expected.value;
    return listedValues(this.meaning.schemas.view(properties.get(name) ?? [])) === undefined
      ? expected.value
      : undefined;
  }

  /** What a value without this property means is undefined (OpenAPI 3.0.4, 4.7.25), whether the schema requires it or not. */
  #discriminating({ parts, properties }: SchemaView): readonly string[] {
    const names = parts.flatMap(({ keywords, pointer }) => [
      ...(this.meaning.preferred.get(pointer)?.keys() ?? []),
      ...[discriminatorOf(keywords) ?? []].flat(),
    ]);
    return names.filter((name) => properties.has(name));
  }

  /** Whether a property travels in this direction. */
  has(use: SchemaUse): boolean {
    return !this.meaning.schemas.isAbsent(use, this.meaning.direction);
  }

  #object(view: SchemaView, path: Path): Made {
    const needed = [...new Set([...view.required.keys(), ...this.#discriminating(view)])];
    const names = needed.filter((name) => this.has(propertyOf(view, name)));
    const optional = [...view.properties].filter(([name, use]) => !names.includes(name) && this.has(use));
    const missing = Math.max(0, (view.minProperties ?? 0) - names.length);
    const declared = optional.slice(0, missing).map(([name]) => name);
    const others = Array.from({ length: missing - declared.length }, (_, index) => sampleKey(view, index));
    const made = [...names, ...declared, ...others].map((name) => [name, this.property(view, name, path)] as const);
    return Object.fromEntries(made);
  }

  items(view: SchemaView, count: number, path: Path): readonly Made[] {
    if (count > mostItems) throw new Unmade(`it would have ${count} items`);
    return Array.from({ length: count }, (_, index) => this.least(itemUse(view, index), [...path, index]));
  }
}

/** Whether the parts of a schema leave no value to each other. */
export function isImpossible(view: SchemaView): boolean {
  if (view.types?.length === 0 || view.parts.some(({ keywords }) => isNothing(keywords))) return true;
  return listedValues(view)?.length === 0;
}

/** What describes a property: its own schemas, or those of properties that are not declared. */
export function propertyOf({ properties, additional, parts }: SchemaView, name: string): SchemaUse {
  const declared = properties.get(name);
  if (declared !== undefined) return declared;
  const patterned = parts.flatMap(({ keywords, pointer }) =>
    Object.entries(isObject(keywords.patternProperties) ? keywords.patternProperties : {})
      .filter(([pattern]) => matches(pattern, name))
      .map(([pattern, value]) => ({ value, pointer: `${pointer}/patternProperties/${pattern}` })),
  );
  return patterned.length > 0 ? patterned : additional;
}

/** The values that a schema lists, as far as its types allow them. Undefined where it lists none. */
export function listedValues({ const: only, enum: listed, types }: SchemaView): readonly Json[] | undefined {
  const all = only === undefined ? listed : [only];
  return all?.filter((value) => types === undefined || types.some((type) => isOfType(value, type)));
}

/** Whether text stands for bytes (OpenAPI 3.0.4, 4.7.14.2; 3.1.1, 4.8.14.4). */
export function isBytes({ format, parts }: SchemaView): boolean {
  const texts = (keyword: string): readonly string[] => parts.map(({ keywords }) => String(keywords[keyword] ?? ""));
  const [mediaType] = texts("contentMediaType").filter((name) => name !== "");
  const isEncoded = texts("contentEncoding").some((name) => name !== "");
  return format === "binary" || (mediaType !== undefined && !isEncoded && !/^text\/|[/+](?:json|xml)$/.test(mediaType));
}

function likeliest(listed: readonly Json[]): Json {
  const [first, ...others] = listed;
  if (first === undefined) throw new Unmade("no value fits");
  return first === null ? (others[0] ?? first) : first;
}

function isOfType(value: Json, type: JsonType): boolean {
  if (value === null || type === "null") return value === null && type === "null";
  if (Array.isArray(value) || type === "array") return Array.isArray(value) && type === "array";
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

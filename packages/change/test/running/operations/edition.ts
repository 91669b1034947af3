import {
  type Api,
  type Direction,
  type Document,
  isObject,
  type Json,
  type JsonObject,
  resolveValue,
} from "@facsimile/document";
import { judgeOf } from "../judge.js";
import type { Judge, Schemas } from "../judging.js";
import type { Dialect } from "../random-schemas.js";
import { RandomValues } from "../random-values.js";
import { withoutAbsent } from "./absent.js";

/** A schema with what judges and makes its values. */
export interface Subject {
  readonly schema: Json;
  readonly judge: Judge;
}

export type Operation = Api["operations"][number];

/** One edition that runs: its document, its operations, and the schemas of their parts. */
export class RunningEdition {
  readonly api: Api;
  private readonly document: Document;
  private readonly subjects = new Map<string, Subject>();

  constructor(document: Document, api: Api) {
    this.document = document;
    this.api = api;
  }

  /** The object at a pointer, with references followed. */
  at(pointer: string): JsonObject {
    const steps = pointer
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const found = steps.reduce<Json | undefined>((value, step) => {
      const whole = resolveValue(this.document.json, value);
      return Array.isArray(whole) ? whole[Number(step)] : isObject(whole) ? whole[step] : undefined;
    }, this.document.json);
    const value = resolveValue(this.document.json, found);
    return isObject(value) ? value : {};
  }

  /** Whether it is of OpenAPI 3.1 or later. */
  get isModern(): boolean {
    return this.dialect === "3.1";
  }

  /** An object, or what its reference leads to. */
  followed(value: Json): JsonObject {
    const found = resolveValue(this.document.json, value);
    return isObject(found) ? found : {};
  }

  /** The schema of a parameter, a header or a media type in messages of a direction, which allows anything where there is none. */
  subject(holder: JsonObject, direction: Direction): Subject {
    const [media] = Object.values(isObject(holder.content) ? holder.content : {});
    const whole = holder.schema ?? (isObject(media) ? media.schema : undefined) ?? {};
    const key = `${direction} ${JSON.stringify(whole)}`;
    const known = this.subjects.get(key);
    if (known !== undefined) return known;
    const present = (schema: Json): Json => withoutAbsent(this.document.json, schema, direction);
    const schemas = Object.entries(this.schemas).map(([name, schema]) => [name, present(schema)] as const);
    const schema = present(whole);
    const all = { ...Object.fromEntries(schemas), [subjectName]: schema };
    const made = { schema, judge: judgeOf(this.dialect, all, subjectName) };
    this.subjects.set(key, made);
    return made;
  }

  values(seed: number): RandomValues {
    return new RandomValues(this.schemas, seed);
  }

  private get dialect(): Dialect {
    return this.document.dialect === "3.0" ? "3.0" : "3.1";
  }

  private get schemas(): Schemas {
    const { components } = this.document.json;
    const schemas = isObject(components) ? components.schemas : undefined;
    return isObject(schemas) ? schemas : {};
  }
}

/** No component has this name. */
const subjectName = "TheSubject";
const tries = 12;

/** A value that people send under a schema: the one that is preferred, where it is such a one. Undefined where none was hit upon. */
export function sentValue(
  { schema, judge }: Subject,
  random: RandomValues,
  isWritable: (value: Json) => boolean,
  preferred?: Json,
): Json | undefined {
  if (preferred !== undefined && isWritable(preferred) && judge.isSent(preferred)) return preferred;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const value = random.of(schema);
    if (isWritable(value) && judge.isSent(value)) return value;
  }
  return undefined;
}

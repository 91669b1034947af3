import type { Json, JsonObject } from "@facsimile/document";
import { closedBelow } from "./closed.js";

/** Schemas that refer to one another, by name. */
export type Schemas = Readonly<Record<string, Json>>;

/** Says of values whether an edition allows them. */
export interface Judge {
  allows(value: Json): boolean;
  /** Whether a value has only properties that a schema names that it fulfils: what people send (docs/changes.md, "Conventions"). */
  isSent(value: Json): boolean;
}

type Validate = (value: Json) => boolean;

/** A judge by a validator of JSON Schema 2020-12. */
export function judgeBy(compile: (schema: JsonObject) => Validate, schemas: Schemas, subject: string): Judge {
  const { open, closed } = rootsOf(schemas, subject);
  return judgeOfBoth(compile(open), compile(closed));
}

export function judgeOfBoth(allows: Validate, isClosed: Validate): Judge {
  return { allows, isSent: (value) => allows(value) && isClosed(value) };
}

/** Whole schemas of a subject: what it allows, and of that only what is named. */
export function rootsOf(schemas: Schemas, subject: string): { readonly open: JsonObject; readonly closed: JsonObject } {
  const $ref = `#/components/schemas/${subject}`;
  return {
    open: { $ref, components: { schemas } },
    closed: { $ref, unevaluatedProperties: false, components: { schemas: mapped(schemas, closedBelow) } },
  };
}

export function mapped(schemas: Schemas, change: (schema: Json) => Json): Schemas {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, change(schema)]));
}

import {
  bindSchema,
  type Direction,
  isSchemaObject,
  type JsonObject,
  mapSubschemas,
  modernSchema,
  referencesIn,
  schemasOf,
  valueAt,
} from "@facsimile/document";
import { asDocument } from "../server/as-document.js";
import { bundled, type Library } from "./compile-once.js";
import { partPrefix } from "./part-of.js";

/** What references of an operation of Prism's lead to. */
export type Bundle = Record<string, unknown>;

/** A schema in a part of a document, and which way go the values that are held against it. */
interface Asked {
  readonly part: JsonObject;
  readonly schema: JsonObject;
  readonly direction: Direction;
}

/** The schemas of one document as Prism holds values against them: each once, however many others refer to it. */
export interface SharedSchemas {
  readonly library: Library;
  /** Puts a schema into the bundle of an operation, with whatever it leads to, and tells the reference to it. */
  put(bundle: Bundle, asked: Asked): string;
}

/**
 * A schema has the same name in the bundles of all operations, and is the same object. It says what binds in its direction, because Prism looks for
 * properties that a direction does not have no further than to the first reference.
 */
export function sharedSchemas(): SharedSchemas {
  const known = new Map<string, unknown>();
  const nameOf = namesOfSchemas();
  return {
    library: { schemas: known, compilers: new Map() },
    put(bundle, { part, schema, direction }) {
      const first = nameOf(schema, direction);
      const pending = [first];
      for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
        if (name in bundle) continue;
        const value = name === first ? schema : valueAt(part, `${partPrefix}${numberOf(name)}`.slice(1));
        const one = known.get(name) ?? sharedSchema(part, value, direction);
        known.set(name, one);
        bundle[name] = one;
        pending.push(...referencesIn(one).map((reference) => reference.slice(bundled.length)));
      }
      return bundled + first;
    },
  };
}

/** What is referred to is named by its number in each part, and what stands in a body itself by what it says. */
function namesOfSchemas(): (schema: JsonObject, direction: Direction) => string {
  const numbers = new Map<string, number>();
  return (schema, direction) => {
    const text = JSON.stringify(schema);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return `${direction}-own-${number}`;
  };
}

function numberOf(name: string): string {
  return name.slice(name.indexOf("-") + 1);
}

function sharedSchema(part: JsonObject, schema: unknown, direction: Direction): unknown {
  const modern = modernSchema(schema, asDocument(part).dialect);
  return renamed(bindSchema(schemasOf(part), modern, direction), direction);
}

/** Names that nothing refers to, where Ajv does not let two schemas have the same; and what leads to components that are not in a bundle. */
const left: ReadonlySet<string> = new Set(["$id", "$anchor", "$dynamicAnchor", "discriminator"]);

/** The schema with references to the bundle. */
function renamed(schema: unknown, direction: Direction): unknown {
  if (!isSchemaObject(schema)) return schema;
  const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => !left.has(keyword)));
  const inside = mapSubschemas(kept, (subschema) => renamed(subschema, direction));
  const { $ref } = inside;
  if (typeof $ref !== "string") return inside;
  return { ...inside, $ref: `${bundled}${direction}-${$ref.slice(partPrefix.length)}` };
}

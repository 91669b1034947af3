import type { Json } from "../load/document.js";
import { member } from "../load/pointer.js";
import type { Direction } from "./direction.js";
import type { Schemas } from "./schemas.js";
import { isSchemaObject, mapSubschemas } from "./walk.js";

/**
 * A schema as it binds in one direction: what is `readOnly` need not be in a request though it is `required`, nor what is `writeOnly` in
 * an answer. It does not matter which part of a schema declares a property and which one requires it. What a reference leads to is bound where
 * it stands.
 */
export function bindSchema(schemas: Schemas, schema: unknown, direction: Direction): unknown {
  return bind({ schemas, direction }, schema, absentIn({ schemas, direction }, schema));
}

interface Binding {
  readonly schemas: Schemas;
  readonly direction: Direction;
}

/** Whether a direction does not have a property. */
type IsAbsent = (name: string) => boolean;

/** Keywords whose schemas may require properties that a schema around them declares. */
const branches: ReadonlySet<string> = new Set(["anyOf", "oneOf", "then", "else", "dependentSchemas"]);

function bind(binding: Binding, schema: unknown, isAbsent: IsAbsent): unknown {
  if (!isSchemaObject(schema)) return schema;
  const bound = mapSubschemas(schema, (subschema, keyword) => {
    // The parts of `allOf` were looked through together with the schema.
    if (keyword === "allOf") return bind(binding, subschema, isAbsent);
    const inside = absentIn(binding, subschema);
    return bind(binding, subschema, branches.has(keyword) ? (name) => inside(name) || isAbsent(name) : inside);
  });
  const { required } = schema;
  if (!Array.isArray(required)) return bound;
  const kept = required.filter((name) => !isAbsent(String(name)));
  return kept.length === required.length ? bound : { ...bound, required: kept };
}

/** The properties that a schema declares itself are looked at first: its parts may be many. */
function absentIn({ schemas, direction }: Binding, schema: unknown): IsAbsent {
  // A schema of a document that was loaded is JSON.
  const node = { value: schema as Json, pointer: "" };
  let all: ReadonlySet<string> | undefined;
  return (name) => {
    const own = member(member(node.value, "properties"), name);
    if (own !== undefined) return schemas.isAbsent([{ value: own, pointer: "" }], direction);
    all ??= new Set(absentNames(schemas, node.value, direction));
    return all.has(name);
  };
}

function absentNames(schemas: Schemas, schema: Json, direction: Direction): readonly string[] {
  return [...schemas.view([{ value: schema, pointer: "" }]).properties]
    .filter(([, use]) => schemas.isAbsent(use, direction))
    .map(([name]) => name);
}

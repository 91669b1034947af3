import type { SchemaNode } from "./node.js";
import type { Schema } from "./standard.js";

/** What a schema is as a Standard Schema. */
export type Standard<Value = unknown> = Schema<Value>["~standard"];

interface Definition {
  readonly standard: Standard;
  readonly node: () => SchemaNode;
}

/** What schemas say: kept beside them, so that they show nothing but what a Standard Schema is. */
const definitions: WeakMap<Schema, Definition> = /* @__PURE__ */ new WeakMap();

/** What a schema is, the same each time. Its `define` is asked once. */
export function definedBy<Value>(
  own: Schema<Value>,
  define: () => SchemaNode,
  create: () => Standard<Value>,
): Standard<Value> {
  const before = definitions.get(own);
  // A cast because it was made for this schema.
  if (before) return before.standard as Standard<Value>;
  const standard = create();
  let known: SchemaNode | undefined;
  definitions.set(own, {
    standard,
    node: () => {
      known ??= define();
      return known;
    },
  });
  return standard;
}

/** What a schema says: nothing, where another copy of this module has made it. */
export function definitionOf(own: Schema): SchemaNode {
  // Whoever is asked for what a Standard Schema has says what it says.
  return own["~standard"] && (definitions.get(own)?.node() ?? true);
}

import type { SchemaNode } from "./node.js";
import type { Schema } from "./standard.js";

/** What schemas say: kept beside them, so that they show nothing but what a Standard Schema is. */
const definitions: WeakMap<Schema, () => SchemaNode> = /* @__PURE__ */ new WeakMap();

/** Says what a schema says, once that is asked. */
export function defineSchema(own: Schema, define: () => SchemaNode): void {
  let known: SchemaNode | undefined;
  definitions.set(own, () => {
    known ??= define();
    return known;
  });
}

/** What a schema says: nothing, where another copy of this module has made it. */
export function definitionOf(own: Schema): SchemaNode {
  return definitions.get(own)?.() ?? true;
}

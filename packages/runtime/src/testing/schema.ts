import { type Schema, type SchemaNode, standard } from "../schemas/index.js";

/** A schema as generated packages have them. */
export function schema<Value>(define: () => SchemaNode): Schema<Value> {
  return {
    get "~standard"() {
      return standard(this, define);
    },
  };
}

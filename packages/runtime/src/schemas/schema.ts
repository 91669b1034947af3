import { defineSchema } from "./definition.js";
import { faultsOf } from "./evaluate.js";
import type { SchemaNode } from "./node.js";
import { issueOf } from "./outcome.js";
import type { Schema } from "./standard.js";

/**
 * A schema of a generated package.
 *
 * @param define says what it says, once that is asked: by then the others that it mentions are there
 */
export function schema<Value>(define: () => SchemaNode): Schema<Value> {
  const own: Schema<Value> = {
    "~standard": {
      version: 1,
      vendor: "facsimile",
      validate(value) {
        const faults = faultsOf(own, value);
        // A cast because the generator writes schemas and types from the same document.
        return faults.length > 0 ? { issues: faults.map(issueOf) } : { value: value as Value };
      },
    },
  };
  defineSchema(own, define);
  return own;
}

import { definedBy, type Standard } from "./definition.js";
import { faultsOf } from "./evaluate.js";
import type { SchemaNode } from "./node.js";
import { issueOf } from "./outcome.js";
import type { Schema } from "./standard.js";

/**
 * What a schema of a generated package has as a Standard Schema. Asked for by a getter: an object with a getter has no effect in the eyes of any bundler, so
 * that one that nobody names is left out, whatever a compiler does with comments.
 *
 * @param own the schema
 * @param define says what it says, once that is asked: by then the others that it mentions are there
 */
export function standard<Value>(own: Schema<Value>, define: () => SchemaNode): Standard<Value> {
  return definedBy(own, define, () => ({
    version: 1,
    vendor: "facsimile",
    validate(value) {
      const faults = faultsOf(own, value);
      // A cast because the generator writes schemas and types from the same document.
      return faults.length > 0 ? { issues: faults.map(issueOf) } : { value: value as Value };
    },
  }));
}

import type { FactValue } from "../facts/fact.js";
import { type TypeExpression, unionOf } from "../facts/type-expression.js";

/** Values that SDKs add for whatever a server may send in later versions: they are not the API's. */
const ownValues: readonly FactValue[] = ["unknown_default_open_api", "11184809", 11184809];

export function isOwnValue(value: FactValue): boolean {
  return ownValues.includes(value);
}

/** A type without the values that the SDK adds to its enumerations. */
export function withoutOwnValues(type: TypeExpression): TypeExpression {
  switch (type.kind) {
    case "array":
      return { kind: "array", items: withoutOwnValues(type.items) };
    case "map":
      return { kind: "map", values: withoutOwnValues(type.values) };
    case "nullable":
      return { kind: "nullable", of: withoutOwnValues(type.of) };
    case "union": {
      const members = type.members.filter((member) => member.kind !== "literal" || !isOwnValue(member.value));
      return members.length === 0 ? type : unionOf(members.map(withoutOwnValues));
    }
    case "builtin":
    case "literal":
    case "model":
      return type;
  }
}

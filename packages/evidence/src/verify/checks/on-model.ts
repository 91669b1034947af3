import type { FactValue } from "../../facts/fact.js";
import { child } from "../../spec/json.js";
import { readOnlyPlace, viewSchema } from "../../spec/schema-view.js";
import { type Answer, confirmed, missing } from "../answer.js";
import type { Check } from "../check.js";
import type { Compared } from "../compared.js";

/** A check of the schema of a documented model. */
export function onModel(
  check: (compared: Compared, schema: string, names: readonly string[], value: FactValue) => Answer,
): Check {
  return (compared, [model = "", ...names], value) => {
    const schema = compared.model(model);
    return schema === undefined
      ? missing("/components/schemas", `has no schema ${model}`)
      : check(compared, schema, [model, ...names], value);
  };
}

/** Whether a schema is marked so, itself or by what it refers to. */
export function readOnlyAt(compared: Compared, pointer: string): Answer {
  const place = readOnlyPlace(compared.json, pointer);
  return place === undefined ? missing(pointer, "does not have it as read-only") : confirmed(pointer, place);
}

export function deprecatedAt(compared: Compared, pointer: string): Answer {
  const { node, pointer: written } = viewSchema(compared.json, pointer);
  if (compared.at(pointer).deprecated === true) return confirmed(pointer, child(pointer, "deprecated"));
  return node.deprecated === true
    ? confirmed(pointer, child(written, "deprecated"))
    : missing(pointer, "does not have it as deprecated");
}

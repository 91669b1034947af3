import { child, isList } from "../../spec/json.js";
import { typesOf, viewSchema } from "../../spec/schema-view.js";
import { confirmed, contradicted, every, missing } from "../answer.js";
import type { Checks } from "../check.js";
import { matchType } from "../match-type.js";
import { isDescribed, matchDefault, matchEnum } from "../match-values.js";
import { deprecatedAt, onModel, readOnlyAt } from "./on-model.js";

const checkKind = onModel((compared, schema, _, value) => {
  const view = viewSchema(compared.json, schema);
  const types = typesOf(view.node);
  if (value === "object" && types.join() !== "object")
    return contradicted(schema, `has ${types.join(" or ") || "any type"}, not an object`);
  return confirmed(schema, ...(value === "object" ? [child(view.pointer, "type")] : []));
});

const checkSchemaName = onModel((_, schema, [model = ""], value) => {
  return schema === child("/components/schemas", String(value))
    ? confirmed(schema)
    : contradicted(schema, `calls the schema of ${model} otherwise`);
});

const checkOneOf = onModel((compared, schema, _, value) => {
  const { pointer, node } = viewSchema(compared.json, schema);
  const keyword = isList(node.oneOf) ? "oneOf" : "anyOf";
  const members = node[keyword];
  const documented = Array.isArray(value) ? value : [value];
  if (!isList(members)) return missing(pointer, "has no alternatives there");
  const at = child(pointer, keyword);
  if (members.length !== documented.length) return contradicted(at, `has ${members.length} alternatives`);
  return every(
    at,
    documented.map((type, index) => matchType(compared, type, child(at, index))),
  );
});

/** Each documented part is one of the members of `allOf`, which may have others beside them. */
const checkAllOf = onModel((compared, schema, _, value) => {
  const { pointer, node } = viewSchema(compared.json, schema);
  const members = isList(node.allOf) ? node.allOf : [];
  const documented = Array.isArray(value) ? value : [value];
  const answers = documented.map((type) => {
    const tried = members.map((_member, index) => matchType(compared, type, child(pointer, "allOf", index)));
    return (
      tried.find(({ verdict }) => verdict === "confirmed") ?? contradicted(pointer, `has no ${String(type)} in allOf`)
    );
  });
  return every(child(pointer, "allOf"), [confirmed(child(pointer, "allOf")), ...answers]);
});

/** That a model allows further properties is what a schema says by default. */
const checkAdditional = onModel((compared, schema) => {
  const { pointer, node } = viewSchema(compared.json, schema);
  const at = child(pointer, "additionalProperties");
  return node.additionalProperties === false ? contradicted(at, "allows no further properties") : confirmed(schema);
});

const checkDescription = onModel((compared, schema) => {
  return isDescribed(compared, [schema]) ? confirmed(schema) : missing(schema, "gives the schema no description");
});

export const modelChecks: Checks = {
  "model/*": checkKind,
  "model/*/description": checkDescription,
  "model/*/value-description": checkDescription,
  "model/*/read-only": onModel((compared, schema) => readOnlyAt(compared, schema)),
  "model/*/schema-name": checkSchemaName,
  "model/*/enum": onModel((compared, schema, _, value) => every(schema, [matchEnum(compared, value, schema)])),
  "model/*/type": onModel((compared, schema, _, value) => matchType(compared, value, schema)),
  "model/*/deprecated": onModel((compared, schema) => deprecatedAt(compared, schema)),
  "model/*/all-of": checkAllOf,
  "model/*/default": onModel((compared, schema, _, value) => matchDefault(compared, value, schema)),
  "model/*/additional": checkAdditional,
  "wire/model/*/one-of": checkOneOf,
};

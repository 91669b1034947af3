import type { FactValue } from "../facts/fact.js";
import { child } from "../spec/json.js";
import { draftDefault } from "./default.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { anyForm } from "./form-models.js";
import { draftSchema, withEnum, withNull } from "./schema.js";

/** The schema of a documented model. */
export function draftModel(drafting: Drafting, model: string): Building {
  const { facts } = drafting;
  const pointer = child("/components/schemas", drafting.schemaName(model));
  const isDeprecated = facts.value("model", model, "deprecated") === true;
  const isReadOnly = facts.value("model", model, "read-only") === true;
  const description = {
    description: `${words(model)}.`,
    ...(isDeprecated ? { deprecated: true } : {}),
    ...(isReadOnly ? { readOnly: true } : {}),
  };
  const variants = facts.list("wire", "model", model, "one-of");
  if (variants.length > 0) {
    return {
      ...description,
      oneOf: variants.map((type, index) => draftSchema(drafting, type, child(pointer, "oneOf", index))),
    };
  }
  const values = facts.value("model", model, "enum");
  const fallback = draftDefault(drafting, ["model", model], facts.value("model", model, "type") ?? "any", pointer);
  if (values !== undefined)
    return { ...description, ...typeOfValues(values), enum: values as FactValue & readonly FactValue[], ...fallback }; // a fact about an enumeration is a list
  const type = facts.value("model", model, "type");
  if (type !== undefined) return { ...description, ...draftSchema(drafting, type, pointer), ...fallback };
  const shown = facts.value("model", model) === "opaque" ? drafting.valuesOf(model) : undefined;
  if (shown !== undefined)
    return { ...description, ...typeOfValues(shown), enum: shown as FactValue & readonly FactValue[] }; // a fact about an enumeration is a list
  if (facts.value("model", model) === "opaque") {
    drafting.ask(pointer, `The page does not show what is in it (${drafting.place("model", model)}).`);
    return drafting.isForm(model) ? { ...description, ...anyForm } : description;
  }
  const all = facts.list("model", model, "all-of");
  const allOf = all.map((part, index) => draftSchema(drafting, part, child(pointer, "allOf", index)));
  const properties = draftProperties(drafting, model, pointer);
  return { type: "object", ...description, ...(all.length === 0 ? {} : { allOf }), ...properties };
}

function typeOfValues(values: FactValue): Building {
  const [first] = Array.isArray(values) ? values : [values];
  return typeof first === "number" ? { type: Number.isInteger(first) ? "integer" : "number" } : { type: typeof first };
}

function draftProperties(drafting: Drafting, model: string, pointer: string): Building {
  const { facts } = drafting;
  const documented = facts.namesBelow("model", model, "property");
  const names = propertyNames(drafting, model, documented, child(pointer, "properties"));
  const wireName = (property: string): string => names.get(property) ?? property;
  const required = documented
    .filter((property) => facts.value("model", model, "property", property, "required") === true)
    .map(wireName);
  const properties = documented.map((property) => {
    const name = wireName(property);
    return [name, draftProperty(drafting, model, property, child(pointer, "properties", name))] as const;
  });
  return { ...(required.length === 0 ? {} : { required }), properties: Object.fromEntries(properties) };
}

/** The names on the wire by the documented ones. Two that would become one keep the SDK's spelling. */
function propertyNames(
  drafting: Drafting,
  model: string,
  documented: readonly string[],
  pointer: string,
): ReadonlyMap<string, string> {
  const { facts } = drafting;
  const names = new Map<string, string>();
  const guessed: string[] = [];
  for (const property of documented) {
    const wire = facts.value("wire", "model", model, "property", property, "name");
    const isGuess = facts.value("model", model, "property", property, "spelling") !== undefined;
    const likely = isGuess ? drafting.likelyName(property) : property;
    const taken = [...names.values()].includes(likely) || (likely !== property && documented.includes(likely));
    const name = wire === undefined ? (taken ? property : likely) : String(wire);
    if (isGuess) guessed.push(name);
    names.set(property, name);
  }
  if (guessed.length > 0)
    drafting.ask(
      pointer,
      `The page shows the SDK's spelling: are these the names on the wire? ${guessed.join(", ")}`,
      "names",
    );
  return names;
}

function draftProperty(drafting: Drafting, model: string, property: string, pointer: string): Building {
  const { facts } = drafting;
  const value = (fact: string): FactValue | undefined => facts.value("model", model, "property", property, fact);
  const inPages = facts.list("pages", "nullable").includes(property);
  const type = String(value("type") ?? "any");
  const schema = draftSchema(drafting, type, pointer);
  const mayBeNull = value("nullable") === true || inPages;
  const nullable = mayBeNull && !type.endsWith("?") ? withNull(schema) : schema;
  const listed = withEnum(nullable, value("enum") ?? facts.value("wire", "model", model, "property", property, "enum"));
  return {
    ...listed,
    ...(value("read-only") === true ? { readOnly: true } : {}),
    ...(value("description") === undefined ? {} : { description: `${words(property)}.` }),
    ...(value("deprecated") === true ? { deprecated: true } : {}),
    ...draftDefault(drafting, ["model", model, "property", property], type, pointer),
  };
}

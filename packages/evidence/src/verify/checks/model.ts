import type { FactValue } from "../../facts/fact.js";
import { child, isList, isObject } from "../../spec/json.js";
import { propertyPlaces, readOnlyPlace, requiredPlace, typesOf, viewSchema } from "../../spec/schema-view.js";
import { type Answer, confirmed, contradicted, every, missing, spelledAlike } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { matchType } from "../match-type.js";
import {
  isDescribed,
  matchDefault,
  matchDefaultName,
  matchDescribed,
  matchEnum,
  matchSample,
} from "../match-values.js";

function onModel(
  check: (compared: Compared, schema: string, names: readonly string[], value: FactValue) => Answer,
): Check {
  return (compared, [model = "", ...names], value) => {
    const schema = compared.model(model);
    return schema === undefined
      ? missing("/components/schemas", `has no schema ${model}`)
      : check(compared, schema, [model, ...names], value);
  };
}

/** A property of a model. */
interface LocatedProperty {
  readonly name: string;
  /** The schema that has it. */
  readonly schema: string;
  readonly pointer: string;
}

function onProperty(
  check: (compared: Compared, property: LocatedProperty, documented: string, value: FactValue) => Answer,
): Check {
  return onModel((compared, schema, [model = "", documented = ""], value) => {
    const { pointer } = viewSchema(compared.json, schema);
    const places = propertyPlaces(compared.json, pointer);
    const wire = compared.fact("wire", "model", model, "property", documented, "name");
    const name = compared.pick([...places.keys()], documented, wire, compared.family.spell.property);
    const place = name === undefined ? undefined : places.get(name);
    if (name === undefined || place === undefined)
      return missing(pointer, `gives the schema no property ${String(wire ?? documented)}`);
    return check(compared, { name, schema: pointer, pointer: place }, documented, value);
  });
}

function onPropertySchema(check: (compared: Compared, value: FactValue, pointer: string) => Answer): Check {
  return onProperty((compared, { pointer }, _, value) =>
    every(pointer, [confirmed(pointer), check(compared, value, pointer)]),
  );
}

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

const checkRequired = onProperty((compared, { name, schema, pointer }, _, value) => {
  const claim = requiredPlace(compared.json, schema, name);
  if ((claim !== undefined) !== value)
    return contradicted(claim ?? pointer, claim === undefined ? "does not require it" : "requires it");
  return confirmed(pointer, ...(claim === undefined ? [] : [claim]));
});

const checkReadOnly = onProperty((compared, { pointer }) => readOnlyAt(compared, pointer));

function readOnlyAt(compared: Compared, pointer: string): Answer {
  const place = readOnlyPlace(compared.json, pointer);
  return place === undefined ? missing(pointer, "does not have it as read-only") : confirmed(pointer, place);
}

function deprecatedAt(compared: Compared, pointer: string): Answer {
  const { node, pointer: written } = viewSchema(compared.json, pointer);
  if (compared.at(pointer).deprecated === true) return confirmed(pointer, child(pointer, "deprecated"));
  return node.deprecated === true
    ? confirmed(pointer, child(written, "deprecated"))
    : missing(pointer, "does not have it as deprecated");
}

const checkNullable = onProperty((compared, { pointer }) => {
  const { nullable } = viewSchema(compared.json, pointer);
  return nullable.length > 0 ? confirmed(pointer, ...nullable) : missing(pointer, "does not allow null");
});

/** The wire name has to be the spec's, and the SDK has to spell it as the documentation does. */
const checkName = onProperty((compared, { name, pointer }, documented, value) => {
  if (name !== value) return contradicted(pointer, `calls it ${name}`);
  const spell = compared.family.spell.property;
  return compared.isSpelled(name, documented, spell)
    ? confirmed(pointer)
    : contradicted(pointer, `calls it ${name}, which the SDK would spell ${spell(name)}`);
});

/** No page shows the name on the wire: the SDK's spelling of it fits, and so it would for other names. */
const checkSpelling = onProperty((_, { name, pointer }, documented) => {
  return spelledAlike(
    pointer,
    name === documented ? "calls it so too, and no page shows it" : `calls it ${name}, which no page shows`,
  );
});

/** A code sample names a property of a model, and gives it a value, or an item of its list. */
function checkExample(inList: boolean): Check {
  return (compared, [, model = "", documented = ""], value) => {
    const isFurther = !compared.namesBelow("model", model, "property").includes(documented);
    const schema = compared.model(model);
    if (isFurther && schema !== undefined && compared.fact("model", model, "additional") !== undefined)
      return confirmed(schema);
    return onProperty((_, { pointer }) => {
      const view = viewSchema(compared.json, pointer);
      if (inList && !typesOf(view.node).includes("array")) return contradicted(view.pointer, "has no array there");
      return matchSample(compared, value, inList ? child(view.pointer, "items") : pointer);
    })(compared, [model, documented], value);
  };
}

function hasProperties(compared: Compared, schema: string, names: readonly FactValue[]): readonly FactValue[] {
  const places = propertyPlaces(compared.json, schema);
  return names.filter((name) => places.has(String(name)));
}

/** The schemas of pages: components with at least half of the properties that every page has. */
function pageSchemas(compared: Compared): readonly string[] {
  const properties = compared.fact("pages", "properties");
  const names = Array.isArray(properties) ? properties : [];
  const components = compared.at("/components").schemas;
  const pointers = Object.keys(isObject(components) ? components : {}).map((name) =>
    child("/components/schemas", name),
  );
  return pointers.filter((pointer) => hasProperties(compared, pointer, names).length * 2 >= names.length);
}

const checkPages: Check = (compared, _, value) => {
  const names = Array.isArray(value) ? value : [];
  const schemas = pageSchemas(compared);
  const wrong = schemas.find((schema) => hasProperties(compared, schema, names).length !== names.length);
  const [first] = schemas;
  if (first === undefined) return missing("/components/schemas", "has no schema of a page of results");
  return wrong === undefined ? confirmed(first) : contradicted(wrong, `does not give it all of ${names.join(", ")}`);
};

const checkPageNulls: Check = (compared, _, value) => {
  const names = Array.isArray(value) ? value.map(String) : [];
  const places = pageSchemas(compared).flatMap((schema) =>
    names.flatMap((name) => propertyPlaces(compared.json, schema).get(name) ?? []),
  );
  const wrong = places.find((place) => viewSchema(compared.json, place).nullable.length === 0);
  if (wrong !== undefined) return contradicted(wrong, "does not allow null");
  const [first] = places;
  if (first === undefined) return missing("/components/schemas", "has no schema of a page of results");
  return confirmed(first, ...places.flatMap((place) => viewSchema(compared.json, place).nullable));
};

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
  "model/*/property/*/type": onPropertySchema(matchType),
  "model/*/property/*/required": checkRequired,
  "model/*/property/*/read-only": checkReadOnly,
  "model/*/property/*/nullable": checkNullable,
  "model/*/property/*/default": onPropertySchema(matchDefault),
  "model/*/property/*/default-name": onPropertySchema(matchDefaultName),
  "model/*/property/*/enum": onPropertySchema(matchEnum),
  "model/*/property/*/spelling": checkSpelling,
  "model/*/property/*/deprecated": onProperty((compared, { pointer }) => deprecatedAt(compared, pointer)),
  "model/*/property/*/described/required": checkRequired,
  "model/*/property/*/described/default": onPropertySchema(matchDescribed("default", matchDefault)),
  "model/*/property/*/described/enum": onPropertySchema(matchDescribed("enum", matchEnum)),
  "model/*/property/*/description": onProperty((compared, { pointer }) => {
    return isDescribed(compared, [pointer])
      ? confirmed(pointer)
      : missing(pointer, "gives the property no description");
  }),
  "operation/*/example/model/*/*": checkExample(false),
  "operation/*/example/model/*/*/item": checkExample(true),
  "wire/model/*/one-of": checkOneOf,
  "wire/model/*/property/*/name": checkName,
  "wire/model/*/property/*/enum": onPropertySchema(matchEnum),
  "pages/properties": checkPages,
  "pages/nullable": checkPageNulls,
};

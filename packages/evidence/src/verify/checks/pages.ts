import type { FactValue } from "../../facts/fact.js";
import { child, isObject } from "../../spec/json.js";
import { propertyPlaces, viewSchema } from "../../spec/schema-view.js";
import { confirmed, contradicted, missing } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";

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

/** What is said of all pages of results at once. */
export const pageChecks: Checks = {
  "pages/properties": checkPages,
  "pages/nullable": checkPageNulls,
};

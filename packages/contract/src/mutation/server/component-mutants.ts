import { type Api, child, isObject, type JsonObject, schemasOf, valueAt } from "@facsimile/document";
import { breakableKeywords } from "@facsimile/samples";
import type { ServerMutant } from "../mutant.js";
import { usersOf } from "../users.js";
import { remove, set } from "./edit.js";
import { type Seed, seeder } from "./seed.js";

/** The server takes other values for the properties of a component that requests have. */
export function componentMutants(document: JsonObject, api: Api, name: string): readonly ServerMutant[] {
  const pointer = child("/components/schemas", name);
  const schema = valueAt(document, pointer);
  const [operation] = usersOf(document, api, name).inRequests;
  if (operation === undefined || !isObject(schema) || !isObject(schema.properties)) return [];
  const seed = seeder(operation);
  const schemas = schemasOf(document);
  return Object.entries(schema.properties).flatMap(([property, json]) => {
    const use = [{ value: json, pointer: child(`${pointer}/properties`, property) }];
    if (schemas.isAbsent(use, "request")) return [];
    const keywords = breakableKeywords(schemas.view(use)).filter(
      (keyword) => isObject(json) && Object.hasOwn(json, keyword),
    );
    return propertyMutants(seed, {
      component: name,
      pointer,
      schema,
      property,
      json: schemas.keywords(json),
      keywords,
    });
  });
}

interface Property {
  readonly component: string;
  /** Of the component. */
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly property: string;
  readonly json: JsonObject;
  /** Those that stand in the property itself and refuse some values. */
  readonly keywords: readonly string[];
}

function propertyMutants(
  seed: Seed,
  { component, pointer, schema, property, json, keywords }: Property,
): ServerMutant[] {
  const subject = `${component}.${property}`;
  const place = child(`${pointer}/properties`, property);
  const required: readonly JsonObject[string][] = Array.isArray(schema.required) ? schema.required : [];
  const isRequired = required.includes(property);
  const without = required.filter((name) => name !== property);
  return [
    ...seed(true, "property of another type", subject, place, (document) =>
      set(document, place, { type: json.type === "string" ? "integer" : "string" }),
    ),
    ...seed(isRequired, "property optional", subject, pointer, (document) =>
      set(document, `${pointer}/required`, without),
    ),
    ...seed(!isRequired, "property required", subject, pointer, (document) =>
      set(document, `${pointer}/required`, [...required, property]),
    ),
    ...keywords
      .filter((keyword) => keyword !== "type")
      .flatMap((keyword) =>
        seed(true, "property constraint gone", `${subject} ${keyword}`, place, (document) =>
          remove(document, `${place}/${keyword}`),
        ),
      ),
  ];
}

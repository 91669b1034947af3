import { type Api, child, type JsonObject, valueAt } from "@facsimile/document";
import { isObject } from "../../document/pointer.js";
import { breakableKeywords } from "../../values/breakers.js";
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
  const writable = Object.entries(schema.properties).filter(
    ([, property]) => !isObject(property) || property.readOnly !== true,
  );
  return writable.flatMap(([property, json]) =>
    propertyMutants(seed, { component: name, pointer, schema, property, json: isObject(json) ? json : {} }),
  );
}

interface Property {
  readonly component: string;
  /** Of the component. */
  readonly pointer: string;
  readonly schema: JsonObject;
  readonly property: string;
  readonly json: JsonObject;
}

function propertyMutants(seed: Seed, { component, pointer, schema, property, json }: Property): ServerMutant[] {
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
    ...breakableKeywords(json)
      .filter((keyword) => keyword !== "type")
      .flatMap((keyword) =>
        seed(true, "property constraint gone", `${subject} ${keyword}`, place, (document) =>
          remove(document, `${place}/${keyword}`),
        ),
      ),
  ];
}

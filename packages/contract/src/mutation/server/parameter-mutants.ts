import { isObject, type JsonObject, type Operation, type Parameter, schemasOf } from "@facsimile/document";
import { breakableKeywords, useOf } from "@facsimile/samples";
import type { ServerMutant } from "../mutant.js";
import { remove, set } from "./edit.js";
import { seeder } from "./seed.js";

/** The server wants another parameter, or takes other values for it. */
export function parameterMutants(
  document: JsonObject,
  operation: Operation,
  parameter: Parameter,
): readonly ServerMutant[] {
  const { name, in: place, pointer, required, schema } = parameter;
  const seed = seeder(operation);
  const subject = `${place} ${name}`;
  const json = isObject(schema.json) ? schema.json : {};
  const values = Array.isArray(json.enum) ? json.enum : [];
  const view = schemasOf(document).view(useOf(schema));
  const isInPath = place === "path";
  return [
    ...seed(!isInPath, "parameter renamed", subject, pointer, (document) => {
      set(document, `${pointer}/name`, `${name}X`);
      set(document, `${pointer}/required`, true);
    }),
    ...seed(required && !isInPath, "parameter optional", subject, pointer, (document) =>
      set(document, `${pointer}/required`, false),
    ),
    ...seed(!required, "parameter required", subject, pointer, (document) =>
      set(document, `${pointer}/required`, true),
    ),
    ...seed(json.type !== undefined && values.length === 0, "parameter of another type", subject, pointer, (document) =>
      set(document, schema.pointer, { type: json.type === "string" ? "integer" : "object" }),
    ),
    ...seed(values.length > 1, "parameter enumeration narrowed", subject, pointer, (document) =>
      set(document, `${schema.pointer}/enum`, values.slice(0, -1)),
    ),
    ...breakableKeywords(view)
      .filter((keyword) => keyword !== "type" && Object.hasOwn(json, keyword))
      .flatMap((keyword) =>
        seed(true, "parameter constraint gone", `${subject} ${keyword}`, pointer, (document) =>
          remove(document, `${schema.pointer}/${keyword}`),
        ),
      ),
  ];
}

import { componentOf } from "../load/component.js";
import type { RawSchema } from "../load/openapi.js";
import type { Schema } from "./api.js";

/** Describes the use of a schema; the schema itself stays as it is. */
export function buildSchema(json: RawSchema, pointer: string): Schema {
  return { pointer, component: typeof json === "boolean" ? undefined : componentName(json), json };
}

/** A parameter or header may leave its type open. */
export function anySchema(pointer: string): Schema {
  return { pointer, component: undefined, json: {} };
}

const annotations = new Set(["$ref", "description", "summary"]);

function componentName(schema: Exclude<RawSchema, boolean>): string | undefined {
  return Object.keys(schema).every((keyword) => annotations.has(keyword)) ? componentOf(schema.$ref) : undefined;
}

import type { Json, JsonObject } from "../document.js";
import { member } from "../pointer.js";
import type { Edits } from "./edits.js";
import { objectShapes } from "./openapi-shapes.js";
import type { ObjectName } from "./shape.js";

/** The members without which an object has no meaning. */
export function requiredFields(value: JsonObject, name: ObjectName, edits: Edits): readonly string[] {
  const { required = [], requiredBy } = objectShapes[name];
  if (requiredBy === undefined) return required;
  const decisive = edits.valueAt(value, requiredBy.field, member(value, requiredBy.field) ?? null);
  if (typeof decisive !== "string" || !Object.hasOwn(requiredBy.values, decisive)) return required;
  return [...required, ...(requiredBy.values[decisive] ?? [])];
}

/**
 * What stands in for a required member that says only what something is called or documents it; undefined where nothing can. A version that is
 * not stated is 0.0.0, which promises nothing (Semantic Versioning 2.0.0, rule 4).
 */
export function fillOf(value: JsonObject, name: ObjectName, field: string, edits: Edits): Json | undefined {
  return Object.hasOwn(fills, `${name}.${field}`) ? fills[`${name}.${field}`]?.(value, edits) : undefined;
}

/** What is read of an Info object that says nothing. */
export const nameless = { title: "API", version: "0.0.0" } as const;
const { title, version } = nameless;

const fills: Readonly<Record<string, (value: JsonObject, edits: Edits) => Json>> = {
  "Document.info": () => nameless,
  "Info.title": () => title,
  "Info.version": () => version,
  "OAuth Flow.scopes": () => ({}),
  // Tokens are given by the caller: where they come from is documentation.
  "Security Scheme.flows": () => ({}),
  "Security Scheme.openIdConnectUrl": () => "",
  // A body that no media type is stated for is settled where operations are built.
  "Request Body.content": () => ({}),
  "Server Variable.default": (variable, edits) => firstText(member(variable, "enum"), edits),
};

function firstText(values: Json | undefined, edits: Edits): string {
  if (!Array.isArray(values) || values.length === 0) return "";
  const first = edits.valueAt(values, 0, values[0] ?? null);
  return typeof first === "string" ? first : "";
}

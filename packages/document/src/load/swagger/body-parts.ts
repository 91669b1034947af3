import type { Json } from "../document.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Conversion } from "./conversion.js";
import type { Draft } from "./draft.js";
import type { MediaTypeName } from "./media-types.js";
import { isObjectNode, memberOf, membersOf, type Node, textOf } from "./node.js";
import { valueSchema } from "./value.js";

/** The schema of a body parameter; undefined where it says nothing of what it holds. */
export function bodySchema(conversion: Conversion, body: Node): Node | undefined {
  const stated = memberOf(body, "schema");
  if (stated !== undefined) return { value: conversion.schema(stated), at: stated.at };
  const own = valueSchema(conversion, body);
  const made =
    own === undefined ? "nothing is known of what it holds" : "it is read from the members that other parameters have";
  const message = `The body parameter "${textOf(body, "name") ?? ""}" has no schema; ${made}.`;
  conversion.findings.report("swagger-body", body.at, message, "Write what it holds as its schema.");
  return own === undefined ? undefined : { value: own, at: body.at };
}

/** An object whose properties stand for parameters. */
export function objectOf(conversion: Conversion, properties: Draft, parameters: readonly Node[], at: WrittenAt): Json {
  const schema = conversion.draft().set("type", "object", at).set("properties", properties.json, at);
  const required = parameters.filter(isRequired).flatMap((parameter) => memberOf(parameter, "name") ?? []);
  return (required.length === 0 ? schema : schema.set("required", conversion.list(required), at)).json;
}

export function isRequired(parameter: Node): boolean {
  return memberOf(parameter, "required")?.value === true;
}

/** The same body in several media types. */
export function content(
  conversion: Conversion,
  types: readonly MediaTypeName[],
  fill: (media: Draft, name: string) => void,
): Json {
  const draft = conversion.draft();
  for (const { name, at } of types) {
    const media = conversion.draft();
    fill(media, name);
    draft.set(name, media.json, at);
  }
  return draft.json;
}

/** Bodies that are described in the words of OpenAPI 3. */
export function convertLaterContent(conversion: Conversion, later: Node): Json {
  if (!isObjectNode(later)) return later.value;
  const message = 'Swagger 2.0 has no "content"; it is read as OpenAPI 3.0 has it';
  conversion.findings.reportOnce(
    "swagger-mixed",
    later.at,
    message,
    "Write the schema into the response, or into a body parameter.",
  );
  const draft = conversion.draft();
  for (const [name, media] of membersOf(later)) {
    const made = conversion.draft().copy(media, (key) => key !== "schema");
    const schema = memberOf(media, "schema");
    if (schema !== undefined) made.set("schema", conversion.schema(schema), schema.at);
    draft.set(name, made.json, media.at);
  }
  return draft.json;
}

import type { Json } from "../document.js";
import { essence } from "../media-type.js";
import { child } from "../pointer.js";
import { bodySchema, content, isRequired, objectOf } from "./body-parts.js";
import type { Conversion } from "./conversion.js";
import type { Draft } from "./draft.js";
import { convertForm } from "./form.js";
import { isForm, json, type MediaTypeName } from "./media-types.js";
import { memberOf, membersOf, type Node, textOf } from "./node.js";
import { isValueWord } from "./value.js";

/** What an operation says of the body of its request. */
export interface BodyParameters {
  readonly bodies: readonly Node[];
  readonly forms: readonly Node[];
  readonly consumes: readonly MediaTypeName[] | undefined;
  /** The pointer of the operation in what the document becomes. */
  readonly to: string;
}

/** The request body that the parameters of an operation describe; undefined where they describe none. */
export function convertBody(conversion: Conversion, parameters: BodyParameters): Node | undefined {
  const { bodies, forms, consumes } = parameters;
  const [body, other] = bodies;
  if (forms.length > 0) {
    if (body !== undefined) reportBoth(conversion, body);
    return convertForm(conversion, { forms, bodies, consumes });
  }
  if (body === undefined) return undefined;
  if (other !== undefined) return convertSeveral(conversion, bodies, consumes);
  return { value: convertOne(conversion, body, parameters), at: body.at };
}

function convertOne(conversion: Conversion, body: Node, { consumes, to }: BodyParameters): Json {
  const schema = bodySchema(conversion, body);
  const types = bodyTypes(conversion, consumes, body, schema);
  const written = memberOf(body, "schema");
  const [first] = types;
  if (written?.at.source === conversion.root && first !== undefined)
    conversion.moves.add(written.at.pointer, `${child(`${to}/requestBody/content`, first.name)}/schema`);
  const draft = conversion.draft().copy(body, isCopied);
  return draft.set(
    "content",
    content(conversion, types, (media, name) => {
      if (schema !== undefined) media.set("schema", schema.value, schema.at);
      setExample(media, body, name);
    }),
    body.at,
  ).json;
}

/** The names of bodies and where they are mean nothing in OpenAPI 3.0. */
function isCopied(key: string): boolean {
  return (
    !["in", "name", "schema", "collectionFormat", "allowEmptyValue", "x-example", "x-examples"].includes(key) &&
    !isValueWord(key)
  );
}

/** The media types of a body that is no form. */
function bodyTypes(
  conversion: Conversion,
  consumes: readonly MediaTypeName[] | undefined,
  body: Node,
  schema: Node | undefined,
): readonly MediaTypeName[] {
  if (consumes === undefined || consumes.length === 0) {
    const message = `Nothing says which media type a body is sent as; it is read as ${json}`;
    conversion.findings.reportOnce(
      "swagger-media-type",
      body.at,
      message,
      `Write consumes: [${json}] into the document or the operation.`,
    );
    return [{ name: json, at: body.at }];
  }
  const isBytes = textOf(schema, "format") === "binary";
  return consumes.map((type) => (essence(type.name).includes("*") && !isBytes ? jsonForRange(conversion, type) : type));
}

function jsonForRange(conversion: Conversion, { name, at }: MediaTypeName): MediaTypeName {
  const message = `"${name}" is no media type that a body could be sent as; it is read as ${json}`;
  conversion.findings.reportOnce(
    "swagger-media-type",
    at,
    message,
    `Write the media types that the API takes, such as ${json}.`,
  );
  return { name: json, at };
}

/** Several bodies are the members of one, by their names. */
function convertSeveral(
  conversion: Conversion,
  bodies: readonly Node[],
  consumes: readonly MediaTypeName[] | undefined,
): Node {
  const [first, second] = bodies;
  const at = first?.at ?? { source: conversion.root, pointer: "" };
  const message = "An operation has several body parameters; they are read as the members of one object.";
  const fix = "Describe one body, whose schema is an object with these properties.";
  conversion.findings.report("swagger-body", second?.at ?? at, message, fix);
  const properties = conversion.draft();
  for (const body of bodies) {
    const schema = bodySchema(conversion, body);
    properties.set(textOf(body, "name") ?? "body", schema?.value ?? {}, schema?.at ?? body.at);
  }
  const schema = objectOf(conversion, properties, bodies, at);
  const types = bodyTypes(
    conversion,
    consumes?.filter((type) => !isForm(type)),
    { value: schema, at },
    undefined,
  );
  const draft = conversion.draft();
  if (bodies.some(isRequired)) draft.set("required", true, at);
  return {
    value: draft.set(
      "content",
      content(conversion, types, (media) => media.set("schema", schema, at)),
      at,
    ).json,
    at,
  };
}

/** Swagger 2.0 has no words for the example of a body; generators have these. */
function setExample(media: Draft, body: Node, name: string): void {
  const byType = membersOf(memberOf(body, "x-examples")).find(([key]) => essence(key) === essence(name));
  const example = byType?.[1] ?? memberOf(body, "x-example");
  if (example !== undefined) media.set("example", example.value, example.at);
}

function reportBoth(conversion: Conversion, body: Node): void {
  const message = `An operation has parameters in a form and the body parameter "${textOf(body, "name") ?? ""}"; the body is read as one of the parts of the form.`;
  const fix = "Describe it as a parameter in formData, or the others as properties of the body.";
  conversion.findings.report("swagger-body", body.at, message, fix);
}

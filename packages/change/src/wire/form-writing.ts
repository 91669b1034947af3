import { isJson, type Json, type SchemaUse } from "@facsimile/document";
import { itemsOf } from "../sets/arrays.js";
import type { Shape } from "../sets/branch.js";
import { type ValueType, valueTypes } from "../sets/value-type.js";
import type { ObjectNode } from "./edition.js";
import { type Form, isMultipart } from "./form.js";

/** How a property of a form is written. */
export interface FormWriting {
  /** By a style, or as text; empty where a media type says it. */
  readonly style: string;
  /** The media types that it may have. */
  readonly types: readonly string[];
  /** What its value is: where that changes, the schema says so. */
  readonly kind: string;
}

/** How a property is written for which there are these schemas. */
export function writingOf(form: Form, use: SchemaUse, encoding: ObjectNode | undefined): FormWriting {
  const shapes = form.edition.shapes[form.direction];
  const shape = shapes.of(use);
  const [list] = shape.has("object") ? [] : (shape.get("array") ?? []);
  const item = list === undefined ? shape : shapes.of(itemsOf(list).of(0));
  const kind = `${list === undefined ? "" : "list of "}${kindOf(item)}`;
  const { contentType, style, explode, allowReserved } = encoding?.value ?? {};
  if (hasStyle(form, encoding)) return { style: styleOf(shape, style, explode, allowReserved), types: [], kind };
  const own = defaultType(item);
  const types = typesIn(contentType) ?? [own];
  // In this form nothing tells one text from another: texts and lists of them are written as the style `form` writes them.
  const isPlain = !isMultipart(form.type) && !isJson(own) && types.join() === own;
  return isPlain ? { style: styleOf(shape), types: [], kind } : { style: "", types, kind };
}

/** A style makes the media type meaningless; in OpenAPI 3.0 the parts of multipart bodies have none (3.1.1, 4.8.15.1.2). */
function hasStyle({ edition, type }: Form, encoding: ObjectNode | undefined): boolean {
  const { style, explode, allowReserved } = encoding?.value ?? {};
  const hasStyles = !isMultipart(type) || edition.document.dialect !== "3.0";
  return hasStyles && (style !== undefined || explode !== undefined || allowReserved !== undefined);
}

function typesIn(contentType: Json | undefined): readonly string[] | undefined {
  if (typeof contentType !== "string") return undefined;
  return contentType
    .toLowerCase()
    .split(",")
    .map((each) => each.replaceAll(/\s/g, ""));
}

function styleOf(
  shape: Shape,
  style: Json = "form",
  explode: Json = style === "form",
  allowReserved: Json = false,
): string {
  if (!shape.has("array") && !shape.has("object")) return JSON.stringify([allowReserved]);
  if (style === "deepObject") return JSON.stringify([style, allowReserved]);
  // A list of which each item has the name is not delimited.
  const isRepeated = explode === true && !shape.has("object");
  return JSON.stringify([isRepeated ? "form" : style, explode, allowReserved]);
}

function kindOf(shape: Shape): string {
  if (shape.size === valueTypes.length) return "anything";
  const structured: readonly ValueType[] = ["object", "array"];
  return structured.find((type) => shape.has(type)) ?? "text";
}

/** By the type of the value (OpenAPI 3.1.1, 4.8.15.1.1); items that are lists are JSON. */
function defaultType(item: Shape): string {
  const kind = kindOf(item);
  if (kind === "text") return isOfBytes(item) ? "application/octet-stream" : "text/plain";
  return kind === "anything" ? "application/octet-stream" : "application/json";
}

function isOfBytes(shape: Shape): boolean {
  return (shape.get("string") ?? []).some(({ parts }) =>
    parts.some(({ keywords }) => keywords.format === "binary" || keywords.contentEncoding !== undefined),
  );
}

import { essence, isJson, type Json, type SchemaUse } from "@facsimile/document";
import { itemsOf } from "../sets/arrays.js";
import type { Shape } from "../sets/branch.js";
import { type ValueType, valueTypes } from "../sets/value-type.js";
import type { ObjectNode } from "./edition.js";
import { type Form, isMultipart } from "./form.js";
import { mayHoldReserved } from "./reserved.js";

/** How a part of a form is written: a property, or an item of a list. */
export interface FormWriting {
  /** By a style, or as text as any style writes it; empty where a media type alone says it. */
  readonly style: string;
  /** The media types that it may have; none where a style says it. */
  readonly types: readonly string[];
  /** Whether reserved characters may stand as they are; "none" where it has none. */
  readonly reserved: "none" | "encoded" | "allowed";
  /** What its value is: where that changes, the schema says so. */
  readonly kind: string;
  /** What is written in one part, which may have parts itself. */
  readonly values: readonly SchemaUse[];
}

/** How a property is written for which there are these schemas: each item of a list is a part of its own. */
export function writingOf(form: Form, use: SchemaUse, encoding: ObjectNode | undefined): FormWriting {
  const shapes = form.edition.shapes[form.direction];
  const shape = shapes.of(use);
  const [list] = shape.has("object") ? [] : (shape.get("array") ?? []);
  return list === undefined
    ? wholeWritingOf(form, use, encoding)
    : writing(form, shape, { use: itemsOf(list).of(0), isItem: true }, encoding);
}

/** How a value is written that is one part, whatever it is. */
export function wholeWritingOf(form: Form, use: SchemaUse, encoding: ObjectNode | undefined): FormWriting {
  return writing(form, form.edition.shapes[form.direction].of(use), { use, isItem: false }, encoding);
}

function writing(
  form: Form,
  shape: Shape,
  { use, isItem }: { readonly use: SchemaUse; readonly isItem: boolean },
  encoding: ObjectNode | undefined,
): FormWriting {
  const part = form.edition.shapes[form.direction].of(use);
  const kind = `${isItem ? "list of " : ""}${kindOf(part)}`;
  const { contentType, style, explode } = encoding?.value ?? {};
  const all = { kind, reserved: reservedIn(form, shape, encoding), values: [use] };
  if (hasStyle(form, encoding)) return { ...all, style: styleOf(shape, style, explode), types: [] };
  const own = defaultType(part);
  const types = typesIn(contentType) ?? [own];
  const isPlain = types.join() === own && isTextIn(form, own);
  return { ...all, style: isPlain ? styleOf(shape) : "", types };
}

/** Whether texts and lists of them are written as the style `form` writes them: nothing tells one text from another where parts have no media types. */
function isTextIn({ type }: Form, own: string): boolean {
  return isMultipart(type) ? own === "text/plain" : !isJson(own);
}

/** A style makes the media type meaningless; in OpenAPI 3.0 the parts of multipart bodies have none, since 3.1 those of `multipart/form-data` alone (3.1.1, 4.8.15.1.2). */
function hasStyle({ edition, type }: Form, encoding: ObjectNode | undefined): boolean {
  const { style, explode, allowReserved } = encoding?.value ?? {};
  const isStyledPart = edition.document.dialect !== "3.0" && essence(type) === "multipart/form-data";
  const hasStyles = !isMultipart(type) || isStyledPart;
  return hasStyles && (style !== undefined || explode !== undefined || allowReserved !== undefined);
}

/** In parts nothing is percent-encoded, whatever `allowReserved` says (OpenAPI 3.1.1, 4.8.15.1.2). */
function reservedIn({ type }: Form, shape: Shape, encoding: ObjectNode | undefined): FormWriting["reserved"] {
  if (isMultipart(type) || !mayHoldReserved(shape)) return "none";
  return encoding?.value.allowReserved === true ? "allowed" : "encoded";
}

function typesIn(contentType: Json | undefined): readonly string[] | undefined {
  if (typeof contentType !== "string") return undefined;
  return contentType
    .toLowerCase()
    .split(",")
    .map((each) => each.replaceAll(/\s/g, ""));
}

function styleOf(shape: Shape, style: Json = "form", explode: Json = style === "form"): string {
  if (!shape.has("array") && !shape.has("object")) return "text";
  if (style === "deepObject") return style;
  // A list of which each item has the name is not delimited.
  const isRepeated = explode === true && !shape.has("object");
  return JSON.stringify([isRepeated ? "form" : style, explode]);
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

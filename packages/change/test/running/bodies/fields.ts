import { essence, isJson, isObject, type Json, type JsonObject } from "@facsimile/document";
import { described, type Kind, kindOf } from "./described.js";
import { Unreadable, type WireBody } from "./wire-body.js";

/** How a property of a form is written (OpenAPI 3.1.1, 4.8.15). */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
  /** What is said of a part that has parts itself. */
  readonly encoding: JsonObject;
  readonly schema: Json;
  /** Undefined where media types say it. */
  readonly style: FieldStyle | undefined;
  /** The media types that it may have. */
  readonly types: readonly string[];
  readonly headers: JsonObject;
  /** Whether reserved characters may stand as they are. */
  readonly allowsReserved: boolean;
}

export interface FieldStyle {
  readonly style: string;
  readonly explode: boolean;
}

/** A property of a form: each item of a list is a pair or a part of its own. */
export function fieldOf(body: WireBody, name: string, meant: Json): Field {
  const schema = described(body.edition, body.media.schema ?? {}).properties[name] ?? {};
  const { items, kind = kindOf(meant) } = described(body.edition, schema);
  const [item = meant] = Array.isArray(meant) ? meant : [meant];
  const own = kind === "list" ? { schema: items, meant: item } : { schema, meant };
  const all = isObject(body.media.encoding) ? body.media.encoding : {};
  return { ...written(body, all[name] ?? {}, own), name, kind };
}

/** The part at a position of a body that is a list (OpenAPI 3.2.0, Encoding By Position). */
export function fieldAt(body: WireBody, index: number, meant: Json): Field {
  const { prefixItems, items } = described(body.edition, body.media.schema ?? {});
  const schema = body.media.itemSchema ?? prefixItems[index] ?? items;
  const { prefixEncoding, itemEncoding = {} } = body.media;
  const encoding = (Array.isArray(prefixEncoding) ? prefixEncoding[index] : undefined) ?? itemEncoding;
  const { kind = kindOf(meant) } = described(body.edition, schema);
  return { ...written(body, encoding, { schema, meant }), name: `part ${index + 1}`, kind };
}

interface Value {
  readonly schema: Json;
  readonly meant: Json;
}

function written({ edition, type }: WireBody, stated: Json, value: Value): Omit<Field, "name" | "kind"> {
  const encoding = edition.followed(stated);
  const { contentType, style, explode, allowReserved, headers } = encoding;
  const isStyled = [style, explode, allowReserved].some((each) => each !== undefined) && hasStyles(edition, type);
  const types = typeof contentType === "string" ? contentType.toLowerCase().split(/\s*,\s*/) : undefined;
  return {
    encoding,
    schema: value.schema,
    style: isStyled
      ? { style: String(style ?? "form"), explode: Boolean(explode ?? (style ?? "form") === "form") }
      : undefined,
    types: types ?? [defaultType(edition, value)],
    headers: isObject(headers) ? headers : {},
    allowsReserved: allowReserved === true,
  };
}

/** In OpenAPI 3.0 no part has one, later those of `multipart/form-data`. */
function hasStyles({ isModern }: WireBody["edition"], type: string): boolean {
  return !type.startsWith("multipart/") || (isModern && essence(type) === "multipart/form-data");
}

function defaultType(edition: WireBody["edition"], { schema, meant }: Value): string {
  const { kind, isBytes } = described(edition, schema);
  if (isBytes && kind !== "object" && kind !== "list") return "application/octet-stream";
  return (kind ?? kindOf(meant)) === "simple" ? "text/plain" : "application/json";
}

/** A value by a media type. */
export function textIn(type: string, value: Json): string {
  return isJson(type) ? JSON.stringify(value) : String(value);
}

export function valueIn(type: string, text: string): Json {
  if (!isJson(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(`no JSON: ${text}`);
  }
}

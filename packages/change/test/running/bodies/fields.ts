import { essence, isJson, isObject, type Json, type JsonObject } from "@facsimile/document";
import { described, type Kind, kindOf } from "./described.js";
import { Unreadable, type WireBody } from "./wire-body.js";

/** How a property of a form is written (OpenAPI 3.1.1, 4.8.15). */
export interface Field {
  readonly name: string;
  readonly kind: Kind;
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

export function fieldOf({ edition, media, type }: WireBody, name: string, meant: Json): Field {
  const property = described(edition, media.schema ?? {}).properties[name] ?? {};
  const all = isObject(media.encoding) ? media.encoding : {};
  const encoding = edition.followed(all[name] ?? {});
  const { contentType, style, explode, allowReserved, headers } = encoding;
  const own = described(edition, property);
  const kind = own.kind ?? kindOf(meant);
  const isStyled = [style, explode, allowReserved].some((each) => each !== undefined) && hasStyles(edition, type);
  const stated = typeof contentType === "string" ? contentType.toLowerCase().split(/\s*,\s*/) : undefined;
  return {
    name,
    kind,
    style: isStyled
      ? { style: String(style ?? "form"), explode: Boolean(explode ?? (style ?? "form") === "form") }
      : undefined,
    types: stated ?? [defaultType(edition, kind === "list" ? own.items : property, meant)],
    headers: isObject(headers) ? headers : {},
    allowsReserved: allowReserved === true,
  };
}

/** In OpenAPI 3.0 no part has one, later those of `multipart/form-data`. */
function hasStyles({ isModern }: WireBody["edition"], type: string): boolean {
  return !type.startsWith("multipart/") || (isModern && essence(type) === "multipart/form-data");
}

function defaultType(edition: WireBody["edition"], schema: Json, meant: Json): string {
  const { kind, isBytes } = described(edition, schema);
  const [value = meant] = Array.isArray(meant) ? meant : [meant];
  if (isBytes && kind !== "object") return "application/octet-stream";
  return (kind ?? kindOf(value)) === "simple" ? "text/plain" : "application/json";
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

import { essence, isJson, isObject, type MediaType, type Schema } from "@facsimile/document";
import { isForm } from "@facsimile/mock/wire";
import type { TakesBytes } from "@facsimile/samples";
import { noBytes } from "./value-claims.js";

/** What a body of a media type is for those who write or read it. */
export interface BodyType {
  /** The values are those of the schema, where there is one. */
  readonly isTyped: boolean;
  readonly takesBytes: TakesBytes;
  /** Expressions of TypeScript that have to fit, whatever the schema says. */
  readonly fitting: readonly string[];
  readonly unfitting: readonly string[];
  /** The type of what may be given in place of the values. */
  readonly inPlace?: string;
}

const bytes = ["new Blob()", "new ArrayBuffer(0)", "new Uint8Array(0)"];

/** What may be given for a body. */
export function requestBodyType(mediaType: MediaType): BodyType {
  const { name, schema } = mediaType;
  if (isJson(name)) return typed();
  if (isForm(name)) return form(schema, "URLSearchParams", noBytes);
  if (essence(name).startsWith("multipart/")) return form(schema, "FormData", isPart);
  if (isRange(name)) return isOpaque(mediaType) ? whole(bytes, ["1"]) : typed();
  return isText(name) ? whole(['"text"'], ["1"]) : whole(bytes, ["1"]);
}

/** What an answer has for a body. */
export function responseBodyType(mediaType: MediaType): BodyType {
  const { name, stream } = mediaType;
  // Of a response that may be a success too, which then comes item by item.
  if (stream !== undefined) return whole(['"text"'], ["1"]);
  if (isJson(name) || (isRange(name) && !isOpaque(mediaType))) return typed();
  const isRead = isText(name) || isForm(name);
  return isRead ? whole(['"text"'], ["1"]) : whole(["new Blob()"], ["1", '"text"']);
}

function typed(): BodyType {
  return { isTyped: true, takesBytes: noBytes, fitting: [], unfitting: [] };
}

function form(schema: Schema | undefined, inPlace: string, takesBytes: TakesBytes): BodyType {
  return { isTyped: schema !== undefined, takesBytes, fitting: [`new ${inPlace}()`], unfitting: ["1"], inPlace };
}

function whole(fitting: readonly string[], unfitting: readonly string[]): BodyType {
  return { isTyped: false, takesBytes: noBytes, fitting, unfitting };
}

/** A part of a form with several, or one of several of a name. What is deeper is inside a part that is JSON. */
const isPart: TakesBytes = (path) => path.length === 1 || (path.length === 2 && typeof path[1] === "number");

function isRange(mediaType: string): boolean {
  return ["*/*", "application/*"].includes(essence(mediaType));
}

function isText(mediaType: string): boolean {
  return /^text\/|[/+]xml$|^application\/(?:javascript|yaml)$/.test(essence(mediaType));
}

/** Whether nothing is known of a body but that it has bytes. */
function isOpaque({ schema }: MediaType): boolean {
  return isObject(schema?.json) && (schema.json.format === "binary" || Object.keys(schema.json).length === 0);
}

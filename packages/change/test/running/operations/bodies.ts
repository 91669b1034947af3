import { essence, isJson, isObject, type Json } from "@facsimile/document";
import { isScalar } from "./written.js";

/** How values of a media type are written. */
export interface BodyWriting {
  /** Whether a value has a text in it that Prism reads as that value. */
  isWritable(value: Json): boolean;
  write(value: Json): string;
  /** The media type as it is sent. */
  readonly header?: string;
}

const boundary = "part";

/** In a form each property has one text. */
const isForm = (value: Json): boolean =>
  isObject(value) && Object.keys(value).length > 0 && Object.values(value).every(isScalar);

const writings: Readonly<Record<string, BodyWriting>> = {
  "application/x-www-form-urlencoded": {
    isWritable: isForm,
    write: (value) => new URLSearchParams(fieldsOf(value)).toString(),
  },
  "multipart/form-data": {
    isWritable: isForm,
    write: (value) => `${fieldsOf(value).map(partOf).join("")}--${boundary}--\r\n`,
    header: `multipart/form-data; boundary=${boundary}`,
  },
  "text/plain": { isWritable: (value) => typeof value === "string" && isScalar(value), write: String },
};

const json: BodyWriting = {
  // Prism takes a body of no bytes, and these values, for none.
  isWritable: (value) => value !== null && value !== "" && value !== false && value !== 0,
  write: (value) => JSON.stringify(value),
};

/** Undefined for media types that nothing here writes. */
export function writingOf(mediaType: string): BodyWriting | undefined {
  return isJson(mediaType) ? json : writings[essence(mediaType)];
}

/** Whether answers of a media type are made and read here. */
export function isRead(mediaType: string): boolean {
  return isJson(mediaType) || essence(mediaType) === "text/plain";
}

/** The value of an answer. Undefined where nothing here reads it. */
export function readBody(mediaType: string, text: string): Json | undefined {
  if (essence(mediaType) === "text/plain") return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: Json): [string, string][] {
  return Object.entries(isObject(value) ? value : {}).map(([name, field]) => [name, String(field)]);
}

function partOf([name, text]: readonly [string, string]): string {
  return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
}

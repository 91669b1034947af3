import type { FormWriter } from "../operation.js";
import { type Field, readFields } from "./fields.js";
import { writeForm } from "./form.js";
import { isJson } from "./json.js";
import { isBytes, isPlainObject, readContent } from "./value.js";

/**
 * Writes `multipart/form-data` (RFC 7578) and its kin. The platform's FormData is not used, because it cannot give a
 * text part a content type. Blobs are read when the body is sent, so files stay out of memory.
 */
export const multipart: FormWriter = (mediaType, description, body) => {
  const boundary = `form-${Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(36)).join("")}`;
  const pieces = readFields(description, body).flatMap((field) => {
    const headers = Object.entries(field.encoding.headers ?? {}).map((header) => `${header.join(": ")}\r\n`);
    return (field.styled ? writeStyled(field) : [writePart(field)]).flatMap(([head, content]) => [
      `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n${headers.join("")}\r\n`,
      content,
      "\r\n",
    ]);
  });
  return { body: new Blob([...pieces, `--${boundary}--\r\n`]), contentType: `${mediaType}; boundary=${boundary}` };
};

/** A part: its head from the name on, and its content. */
type Part = readonly [head: string, content: string | Blob];

function writeStyled(field: Field): readonly Part[] {
  const same = (text: string): string => text;
  const pairs = writeForm({ ...field.encoding, in: field.in, name: field.name }, field.value, same, same);
  return pairs.map(([name, text]) => [`name="${quote(name)}"`, text]);
}

function writePart(field: Field): Part {
  const { name, value } = field;
  const head = `name="${quote(name)}"`;
  const file = fileOf(value);
  if (file) {
    const fileName = "name" in file && typeof file.name === "string" ? file.name : "blob";
    const type = typeOf(field, file.type || "application/octet-stream");
    return [`${head}; filename="${quote(fileName)}"\r\nContent-Type: ${type}`, file];
  }
  const type = typeOf(field, isPlainObject(value) ? "application/json" : "");
  const text = value === null && !isJson(type) ? "" : readContent(field, type, value);
  return [type ? `${head}\r\nContent-Type: ${type}` : head, text];
}

function fileOf(value: unknown): Blob | undefined {
  if (value instanceof Blob) return value;
  // As in `readBody`: memory that is shared cannot be sent, and `Blob` refuses it.
  return isBytes(value) ? new Blob([value as BlobPart]) : undefined;
}

/** The part's content type: what the document says if that is one type, else the value's own. */
function typeOf({ encoding }: Field, own: string): string {
  const stated = encoding.contentType;
  return stated && !/[,*]/.test(stated) ? stated : own;
}

/** Escapes a name for a part's head, as browsers do (WHATWG HTML, "multipart/form-data encoding algorithm"). */
function quote(name: string): string {
  return name.replace(/[\r\n"]/g, encodeURIComponent);
}

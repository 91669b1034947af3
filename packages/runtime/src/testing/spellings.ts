import { encodeForm } from "../serialize/encode.js";

/** A way in which a server may write what it was sent. */
export interface Spelling {
  readonly name: string;
  /** As it stands in a text. */
  readonly text: string;
  /** It is what stands between the quotes of a JSON string. */
  readonly json?: true;
}

const percent = (byte: number): string => `%${byte.toString(16).padStart(2, "0")}`;
const unit = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;
const urlSafe = (text: string): string => text.replaceAll("+", "-").replaceAll("/", "_");

/** Each way in which a server may write a text. */
export function spellingsOf(text: string): readonly Spelling[] {
  const base64 = (before: string, after: string): string => Buffer.from(before + text + after).toString("base64");
  const quoted = JSON.stringify(text).slice(1, -1);
  const encoded = encodeURIComponent(text);
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return [
    { name: "as it is", text },
    { name: "quoted", text: quoted, json: true },
    { name: "with escaped slashes", text: quoted.replaceAll("/", "\\/"), json: true },
    { name: "in numbers of JSON", text: units.map(unit).join(""), json: true },
    {
      name: "in numbers of JSON, capital",
      text: units.map((code) => unit(code).toUpperCase().replace("U", "u")).join(""),
      json: true,
    },
    { name: "quoted twice", text: JSON.stringify(quoted).slice(1, -1) },
    { name: "percent-encoded", text: encoded },
    { name: "percent-encoded in lower case", text: encoded.replace(/%../g, (triple) => triple.toLowerCase()) },
    { name: "percent-encoded, every byte", text: [...Buffer.from(text)].map(percent).join("") },
    { name: "percent-encoded twice", text: encodeURIComponent(encoded) },
    { name: "percent-encoded three times", text: encodeURIComponent(encodeURIComponent(encoded)) },
    { name: "as in a form", text: encodeForm(text) },
    { name: "in HTML", text: text.replace(/[&<>"'/+=]/g, (one) => `&#x${one.charCodeAt(0).toString(16)};`) },
    { name: "in HTML by names", text: text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;") },
    ...["", "a", "ab", "abc"].flatMap((before) =>
      ["", "z", "zz"].flatMap((after) => {
        const name = `in base64 behind ${before.length} bytes and before ${after.length}`;
        const whole = base64(before, after);
        return [
          { name, text: whole },
          { name: `${name}, url-safe without padding`, text: urlSafe(whole).replace(/=+$/, "") },
          { name: `${name}, percent-encoded`, text: encodeURIComponent(whole) },
        ];
      }),
    ),
  ];
}

import { essence, type Json } from "@facsimile/document";
import { described } from "./described.js";
import { readingsOf } from "./trees.js";
import { type BodyLanguage, Unreadable } from "./wire-body.js";

const types = /^(?:image|audio|video|font)\/|^application\/(?:octet-stream|pdf|zip)$/;

/** Whether a body of a media type is bytes; those that are made here are texts. */
export function isBytesType(type: string): boolean {
  return types.test(essence(type)) && !type.includes("+xml");
}

const base64 = /^(?:[\w+/-]{4})*(?:[\w+/-]{2}==|[\w+/-]{3}=)?$/;

/** Bodies of bytes, or of the text of base64 where the schema says so. */
export const bytes: BodyLanguage = {
  readings: (_, meant) => readingsOf(meant),
  isWritable: ({ edition, media }, value) =>
    typeof value === "string" &&
    value !== "" &&
    (!described(edition, media.schema ?? {}).isBase64 || base64.test(value)),
  write: ({ type }, value: Json) => ({ header: type, text: String(value) }),
  read: ({ edition, media }, { text }) => {
    if (described(edition, media.schema ?? {}).isBase64 && !base64.test(text))
      throw new Unreadable(`no base64: ${text}`);
    return text;
  },
};

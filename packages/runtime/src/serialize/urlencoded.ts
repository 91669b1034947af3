import type { FormWriter } from "../operation.js";
import { encode, encodeForm, encodeReserved } from "./encode.js";
import { readFields } from "./fields.js";
import { type Pair, writeForm } from "./form.js";
import { isPlainObject, readContent } from "./value.js";

/** Writes a form as text. Objects without a style are JSON, null is empty (OpenAPI 3.1.1, "Encoding Object"). */
export const urlencoded: FormWriter = (contentType, description, body) => {
  const pairs = readFields(description, body).flatMap((field): readonly Pair[] => {
    const { name, value, encoding, styled } = field;
    if (styled)
      return writeForm(
        { ...encoding, in: "body", name },
        value,
        encode,
        encoding.allowReserved ? encodeReserved : encode,
      );
    const mediaType = encoding.contentType ?? (isPlainObject(value) ? "application/json" : "text/plain");
    return [[encodeForm(name), value === null ? "" : encodeForm(readContent(field, mediaType, value))]];
  });
  return { body: pairs.map((pair) => pair.join("=")).join("&"), contentType };
};

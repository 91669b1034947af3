import type { BodyReader } from "../operation.js";
import { readJson } from "./json.js";
import { essence, isJson } from "./media-type.js";

/** Hands over a body as the value that its JSON stands for. */
export const readJsonBody: BodyReader = (_, text) => readJson(text());

/** Hands over a body as a string. */
export const readTextBody: BodyReader = (_, text) => ({ value: text() });

/** Hands over a body as a `Blob`. */
export const readBinaryBody: BodyReader = (bytes, _, mediaType) => ({
  // The bytes of an answer are never shared memory, which compilers before 5.7 have no word for.
  value: new Blob([bytes as BlobPart], { type: mediaType }),
});

/** Hands over a body whose media type the document leaves open: by the one that arrived. */
export const readAnyBody: BodyReader = (bytes, text, mediaType) => {
  const read = isJson(mediaType) ? readJsonBody : texts.test(essence(mediaType)) ? readTextBody : readBinaryBody;
  return read(bytes, text, mediaType);
};

const texts = /^text\/|[/+]xml$|^application\/(x-www-form-urlencoded|javascript|yaml)$/;

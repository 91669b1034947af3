import type { BodyReader } from "../operation.js";
import { readJson } from "./json.js";
import { essence, isJson } from "./media-type.js";

/** Hands over a body as the value that its JSON stands for. */
export const readJsonBody: BodyReader = (_, text) => readJson(text());

/** Hands over a body as a string. */
export const readTextBody: BodyReader = (_, text) => ({ value: text() });

/** Hands over a body as a `Blob`. React Native makes none of bytes, but keeps that of the answer, which a clone hands over again. */
export const readBinaryBody: BodyReader = (bytes, _, mediaType, response) => {
  try {
    // The bytes of an answer are never shared memory, which compilers before 5.7 have no word for.
    return { value: new Blob([bytes as BlobPart], { type: mediaType }) };
  } catch {
    return readBlob(response);
  }
};

async function readBlob(response: Pick<Response, "clone">): Promise<Awaited<ReturnType<BodyReader>>> {
  try {
    return { value: await response.clone().blob() };
  } catch (cause) {
    return { cause, reason: "cannot be a Blob on this platform" };
  }
}

/** Hands over a body whose media type the document leaves open: by the one that arrived. */
export const readAnyBody: BodyReader = (bytes, text, mediaType, response) => {
  const read = isJson(mediaType) ? readJsonBody : texts.test(essence(mediaType)) ? readTextBody : readBinaryBody;
  return read(bytes, text, mediaType, response);
};

const texts = /^text\/|[/+]xml$|^application\/(x-www-form-urlencoded|javascript|yaml)$/;

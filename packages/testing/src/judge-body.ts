import { essence, isJson, type MediaType, type Operation } from "@facsimile/document";
import { formMeanings, meaningErrors } from "@facsimile/samples/wire";
import type { Description } from "./description.js";
import { mediaTypeFor } from "./media-type-for.js";
import type { ReadRequest } from "./sent-request.js";
import { showErrors } from "./show-errors.js";

/** What of a body the document does not allow: that it is there, its content type, and what is in it where that is JSON or a form. */
export function judgeBody(
  description: Description,
  { requestBody }: Operation,
  request: ReadRequest,
): readonly string[] {
  const { body, headers } = request.sent;
  if (body === undefined) return requestBody?.required ? ["the body is required"] : [];
  if (requestBody === undefined) return ["the operation takes no body"];
  const type = headers.get("content-type") ?? "";
  const mediaType = mediaTypeFor(requestBody.content, type);
  // What has no type of its own, the platform sends without one.
  if (mediaType === undefined && type === "") return [];
  if (mediaType === undefined) {
    const stated = requestBody.content.map(({ name }) => name).join(" or ");
    return [`the body is ${essence(type)}, and the operation takes ${stated}`];
  }
  return judgeContent(description, mediaType, type, request).map((finding) => `the body: ${finding}`);
}

function judgeContent(
  { document, validator }: Description,
  mediaType: MediaType,
  type: string,
  { sent, fields, fault }: ReadRequest,
): readonly string[] {
  const { schema } = mediaType;
  if (fault !== undefined) return [fault];
  if (schema === undefined || (fields === undefined && !isJson(type))) return [];
  const meanings = fields === undefined ? [sent.body] : formMeanings(document.json, mediaType, fields);
  const errors = meaningErrors(validator, schema, meanings);
  return errors.length === 0 ? [] : [showErrors(errors)];
}

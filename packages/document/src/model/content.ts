import type { RawContent, RawEncoding, RawHeaders, RawMediaType, RawRequestBody, Referable } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { Encoding, Header, MediaType, ParameterStyle, RequestBody } from "./api.js";
import type { Context } from "./context.js";
import { checkMediaTypes } from "./media-types.js";
import { readSchema, readStyle } from "./parameters.js";
import { buildSchema } from "./schema.js";

const encodingStyles: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

export function buildRequestBody(context: Context, body: Referable<RawRequestBody>, place: string): RequestBody {
  const { value, pointer } = context.resolve(body, place);
  const content = buildContent(context, value.content, child(pointer, "content"));
  if (content.length === 0) {
    const message = "The request body has no media types, so that it is not known what to send.";
    context.report(
      "request-body-empty",
      pointer,
      message,
      "Add a media type to its content, or remove the request body.",
    );
  }
  return { pointer, description: value.description, required: value.required ?? false, content };
}

export function buildContent(context: Context, content: RawContent | undefined, pointer: string): MediaType[] {
  const built = Object.entries(content ?? {}).map(([name, media]) => {
    return buildMediaType(context, name, media, child(pointer, name));
  });
  checkMediaTypes(context, built);
  return built;
}

function buildMediaType(context: Context, name: string, media: RawMediaType, pointer: string): MediaType {
  const { schema, encoding = {} } = media;
  return {
    pointer,
    name,
    schema: schema === undefined ? undefined : buildSchema(schema, child(pointer, "schema")),
    encoding: Object.entries(encoding).map(([property, described]) => {
      return buildEncoding(context, property, described, child(child(pointer, "encoding"), property));
    }),
  };
}

function buildEncoding(context: Context, property: string, encoding: RawEncoding, pointer: string): Encoding {
  return {
    property,
    contentType: encoding.contentType,
    style: readStyle(context, `encoding of "${property}"`, encoding.style, encodingStyles, pointer),
    explode: encoding.explode,
    allowReserved: encoding.allowReserved ?? false,
    headers: buildHeaders(context, encoding.headers, child(pointer, "headers")),
  };
}

/** A header `Content-Type` is described by the media types instead (OpenAPI 3.1.1, 4.8.17). */
export function buildHeaders(context: Context, headers: RawHeaders | undefined, pointer: string): Header[] {
  return Object.entries(headers ?? {})
    .filter(([name]) => name.toLowerCase() !== "content-type")
    .map(([name, header]) => {
      const node = context.resolve(header, child(pointer, name));
      const { schema } = readSchema(context, node.value, node.pointer, `header "${name}"`);
      return { name, description: node.value.description, required: node.value.required ?? false, schema };
    });
}

import { essence } from "../load/media-type.js";
import {
  collectionFormatMark,
  type RawContent,
  type RawEncoding,
  type RawHeaders,
  type RawMediaType,
  type RawRequestBody,
  type Referable,
} from "../load/openapi.js";
import { child } from "../load/pointer.js";
import type { Encoding, Header, MediaType, ParameterStyle, RequestBody } from "./api.js";
import type { Context } from "./context.js";
import { isMediaType } from "./media-types.js";
import { readSchema, readStyle } from "./parameters.js";
import { buildSchema } from "./schema.js";
import { isToken } from "./tokens.js";

const encodingStyles: readonly ParameterStyle[] = ["form", "spaceDelimited", "pipeDelimited", "deepObject"];

/**
 * Undefined where there is no media type that it could be sent in, and it need not be sent.
 *
 * @param label - how messages name the operation
 */
export function buildRequestBody(
  context: Context,
  body: Referable<RawRequestBody>,
  place: string,
  label: string,
): RequestBody | undefined {
  const { value, pointer } = context.resolve(body, place);
  const at = child(pointer, "content");
  const named = Object.entries(value.content).filter(([name, media]) => isByName(context, name, media, at));
  const content = buildContent(context, Object.fromEntries(named), at);
  if (content.length === 0) {
    const why = "it has no media type to send it in";
    const fix = "Add a media type to its content, or remove the request body.";
    if (value.required === true)
      context.leaveOut(
        "request-body-empty",
        pointer,
        `The operation ${label} is left out: its body is required, and ${why}.`,
        fix,
      );
    context.report("request-body-empty", pointer, `The request body of ${label} is left out: ${why}.`, fix);
    return undefined;
  }
  return { pointer, description: value.description, required: value.required ?? false, content };
}

/** Whether the parts of a body have names: parts that have positions alone, or parts of their own, are nothing that the package writes. */
function isByName(context: Context, name: string, media: RawMediaType, pointer: string): boolean {
  const { prefixEncoding, itemEncoding, encoding = {} } = media;
  const isNested = Object.values(encoding).some((one) => one.encoding ?? one.prefixEncoding ?? one.itemEncoding);
  if (!name.toLowerCase().startsWith("multipart/") || !(prefixEncoding ?? itemEncoding ?? isNested)) return true;
  const what = isNested ? "its parts have parts of their own" : "its parts are told apart by their positions";
  const message = `The body "${name}" is left out: ${what}, and the package writes parts by their names.`;
  const fix =
    "Describe the parts as properties of an object, as multipart/form-data has them, or send the body as bytes by another media type.";
  context.report("encoding-by-position", child(pointer, name), message, fix);
  return false;
}

export function buildContent(context: Context, content: RawContent | undefined, pointer: string): MediaType[] {
  return Object.entries(content ?? {})
    .filter(([name]) => isMediaType(context, name, child(pointer, name)))
    .map(([name, media]) => buildMediaType(context, name, media, child(pointer, name)));
}

function buildMediaType(context: Context, name: string, media: RawMediaType, pointer: string): MediaType {
  const { schema, itemSchema, encoding = {} } = media;
  return {
    pointer,
    name,
    schema: schema === undefined ? undefined : buildSchema(schema, child(pointer, "schema")),
    itemSchema: itemSchema === undefined ? undefined : buildSchema(itemSchema, child(pointer, "itemSchema")),
    encoding: Object.entries(encoding).map(([property, described]) => {
      const built = buildEncoding(context, property, described, child(child(pointer, "encoding"), property));
      return described[collectionFormatMark] !== undefined || hasStyles(context, name)
        ? built
        : { ...built, style: undefined, explode: undefined, allowReserved: false };
    }),
    stream: undefined,
  };
}

/** Styles are ignored elsewhere: in OpenAPI 3.0 but in urlencoded bodies (3.0.4, 4.7.15.1.2), since 3.1 but in these and in `multipart/form-data` (3.1.1, 4.8.15.1.2). */
function hasStyles({ document }: Context, name: string): boolean {
  return !/^multipart\//i.test(name) || (document.dialect !== "3.0" && essence(name) === "multipart/form-data");
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
    .filter(([name]) => name.toLowerCase() !== "content-type" && isHeaderName(context, name, child(pointer, name)))
    .map(([name, header]) => {
      const node = context.resolve(header, child(pointer, name));
      const { schema, mediaType } = readSchema(context, node.value, node.pointer, `header "${name}"`);
      return { name, description: node.value.description, required: node.value.required ?? false, schema, mediaType };
    });
}

/** No message has a header of another name: looking for it would be a mistake in each answer. */
function isHeaderName(context: Context, name: string, pointer: string): boolean {
  if (isToken(name)) return true;
  const message = `A header of a response or a part is left out: no header can be called "${name}".`;
  context.report("parameter-name-invalid", pointer, message, "Write the name as it is sent.");
  return false;
}

import { type Direction, isObject, type Json, type JsonObject, resolveValue } from "@facsimile/document";
import { isForm, isMultipart } from "../wire/media-type.js";
import { shareBundle } from "./compile-once.js";
import { draftOf } from "./dialect.js";
import { methodInPart, type PartPlace, partsOf } from "./part-of.js";
import type { PrismOperation } from "./prism-operation.js";
import type { Bundle, SharedSchemas } from "./shared-schemas.js";

/** A part of a document for Prism to read, and the schemas that are kept from it meanwhile. */
interface SetAside {
  readonly part: JsonObject;
  /** Gives the bodies of the operation that Prism read their schemas. */
  putBack(operation: PrismOperation): void;
}

/**
 * Prism writes out what a schema refers to wherever it does, and compiles each copy: of schemas that refer to one another it makes megabytes. It
 * reads a part without the schemas of bodies, which refer to each other afterwards as they do in the document. Into those of forms it
 * looks itself, and those of parameters are small.
 */
export function setBodySchemasAside(part: JsonObject, place: PartPlace, schemas: SharedSchemas): SetAside {
  const { paths } = part;
  const item = isObject(paths) ? paths[place.path] : undefined;
  const method = methodInPart(place.method);
  const own = isObject(item) ? item[method] : undefined;
  if (!isObject(item) || !isObject(own)) return { part, putBack: () => {} };
  const bodies: Body[] = [];
  const bare = bareOperation({ part, bodies }, own);
  const rest = { ...part, paths: { [place.path]: { ...item, [method]: bare } } };
  return {
    // What only those schemas lead to is no part of it.
    part: partsOf(rest)({ ...place, method }),
    putBack(operation) {
      const bundle: Bundle = {};
      for (const body of bodies) {
        const $ref = schemas.put(bundle, { part, ...body });
        // Beside a reference Prism loses what says the draft.
        const schema = { $schema: draftOf(part), allOf: [{ $ref }] };
        for (const content of contentsOf(operation, body)) Object.assign(content, { schema });
      }
      const own = bundleOf(operation);
      const __bundled__ = { ...Object(own), ...bundle };
      shareBundle(__bundled__, { library: schemas.library, own });
      Object.assign(operation, { __bundled__ });
    },
  };
}

/** What references of an operation of Prism's lead to. The types do not mention it. */
export function bundleOf(operation: PrismOperation): unknown {
  return (operation as { __bundled__?: unknown }).__bundled__;
}

/** The schema of a body. */
interface Body {
  readonly direction: Direction;
  /** Of a response. */
  readonly status: string | undefined;
  readonly mediaType: string;
  readonly schema: JsonObject;
}

interface Taking {
  readonly part: JsonObject;
  /** Those that are taken out. */
  readonly bodies: Body[];
}

function bareOperation(taking: Taking, operation: JsonObject): JsonObject {
  const { requestBody, responses, callbacks: _callbacks, ...rest } = operation;
  return {
    ...rest,
    ...(requestBody !== undefined && {
      requestBody: bare(taking, requestBody, { direction: "request", status: undefined }),
    }),
    ...(responses !== undefined && {
      responses: mapMembers(responses, (response, status) => bare(taking, response, { direction: "response", status })),
    }),
  };
}

/** A request body or response without the schemas of its content. */
function bare({ part, bodies }: Taking, holder: Json, place: Pick<Body, "direction" | "status">): Json {
  const resolved = resolveValue(part, holder);
  if (!isObject(resolved) || resolved.content === undefined) return holder;
  const content = mapMembers(resolved.content, (value, mediaType) => {
    const { schema, ...rest } = mediaTypeOf(part, value);
    if (!isObject(schema) || isForm(mediaType) || isMultipart(mediaType)) return value;
    bodies.push({ ...place, mediaType, schema });
    return rest;
  });
  return { ...resolved, content };
}

function mediaTypeOf(part: JsonObject, value: Json): JsonObject {
  const resolved = resolveValue(part, value);
  return isObject(resolved) ? resolved : {};
}

function contentsOf({ request, responses }: PrismOperation, { status, mediaType }: Body): readonly Content[] {
  const response = responses.find(({ code }) => code.toLowerCase() === status?.toLowerCase());
  const contents = status === undefined ? request?.body?.contents : response?.contents;
  return (contents ?? []).filter((content) => content.mediaType === mediaType);
}

type Content = NonNullable<PrismOperation["responses"][number]["contents"]>[number];

function mapMembers(value: Json, change: (member: Json, key: string) => Json): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, change(member, key)]));
}

import type { Schema } from "./schema.js";
import type { Stream } from "./stream.js";

export type ParameterPlace = "path" | "query" | "header" | "cookie";

export type ParameterStyle = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface Parameter {
  readonly pointer: string;
  readonly name: string;
  readonly in: ParameterPlace;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** The default of its place where the document says nothing (OpenAPI 3.1.1, 4.8.12.2.1). */
  readonly style: ParameterStyle;
  /** The default of its style where the document says nothing: true for `form`, false for the others. */
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** The media type, where the parameter has `content` and not `schema`. */
  readonly mediaType: string | undefined;
  readonly schema: Schema;
}

export interface RequestBody {
  readonly pointer: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly content: readonly MediaType[];
}

export interface MediaType {
  readonly pointer: string;
  /** As written, with its parameters: `application/json; charset=UTF-8`. */
  readonly name: string;
  readonly schema: Schema | undefined;
  /** Of each item, where the body is a sequence of items (OpenAPI 3.2). */
  readonly itemSchema: Schema | undefined;
  /** For urlencoded and multipart bodies, by property. */
  readonly encoding: readonly Encoding[];
  /** Where it is the answer of a success that comes item by item. */
  readonly stream: Stream | undefined;
}

export interface Encoding {
  readonly property: string;
  readonly contentType: string | undefined;
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean | undefined;
  readonly allowReserved: boolean;
  readonly headers: readonly Header[];
}

/** `200`, `4XX` or `default`. */
export type StatusKey = string;

export interface NamedResponse extends Response {
  /** What a package calls the type of its headers; undefined where it states none. */
  readonly headersName: string | undefined;
}

export interface Response {
  readonly pointer: string;
  readonly status: StatusKey;
  readonly summary: string | undefined;
  readonly description: string;
  readonly headers: readonly Header[];
  readonly content: readonly MediaType[];
  /** `x-assumed`: why the document states this response though the documentation does not. */
  readonly assumed: string | undefined;
}

export interface Header {
  readonly name: string;
  readonly description: string | undefined;
  readonly required: boolean;
  readonly schema: Schema;
  /** Where the header has `content` and not `schema`. */
  readonly mediaType: string | undefined;
}

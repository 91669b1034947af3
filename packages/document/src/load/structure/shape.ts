/** What may stand at a place of a document. */
export type Shape =
  | { readonly kind: "anything" | "text" | "flag" | "number" | "schema" }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly of: Shape }
  /** @property extensible - members that begin with `x-` are extensions and no entries */
  | { readonly kind: "map"; readonly of: Shape; readonly extensible: boolean }
  | { readonly kind: "object"; readonly name: ObjectName }
  /** Anything that one of these allows. */
  | { readonly kind: "either"; readonly of: readonly Shape[] };

/** The objects of OpenAPI, by the names that the specification gives them. */
export type ObjectName =
  | "Callback"
  | "Components"
  | "Contact"
  | "Discriminator"
  | "Document"
  | "Encoding"
  | "Example"
  | "External Documentation"
  | "Header"
  | "Info"
  | "License"
  | "Link"
  | "Media Type"
  | "OAuth Flow"
  | "OAuth Flows"
  | "Operation"
  | "Parameter"
  | "Path Item"
  | "Request Body"
  | "Response"
  | "Schema"
  | "Security Scheme"
  | "Server"
  | "Server Variable"
  | "Tag"
  | "XML";

/** What an object may have and has to have. Members that begin with `x-` are allowed everywhere. */
export interface ObjectShape {
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** Members that are required because of the value of another one, such as `name` where `type` is `apiKey`. */
  readonly requiredBy?: { readonly field: string; readonly values: Readonly<Record<string, readonly string[]>> };
  /** The section of `components` that holds such objects. */
  readonly section?: string;
  /** What the members that are not in {@link fields} hold, where they are the entries of a map. */
  readonly entries?: Shape;
  /** Members that are not in {@link fields} mean nothing here but are no mistake either. */
  readonly open?: true;
}

export const anything: Shape = { kind: "anything" };
export const text: Shape = { kind: "text" };
export const flag: Shape = { kind: "flag" };
export const number: Shape = { kind: "number" };
export const schema: Shape = { kind: "schema" };

export function choice(...values: readonly string[]): Shape {
  return { kind: "choice", values };
}

export function list(of: Shape): Shape {
  return { kind: "list", of };
}

export function map(of: Shape): Shape {
  return { kind: "map", of, extensible: false };
}

export function extensibleMap(of: Shape): Shape {
  return { kind: "map", of, extensible: true };
}

export function object(name: ObjectName): Shape {
  return { kind: "object", name };
}

export function either(...of: readonly Shape[]): Shape {
  return { kind: "either", of };
}

import type { Operation, Parameter } from "@facsimile/document";
import type { Path } from "@facsimile/samples";
import type { ListPlace } from "./answer-shape.js";

/** Things that an API has many of, told apart by a parameter of the path, with the operations that are about them. */
export interface Thing {
  /** The path of one of them, parameters without their names: `/users/{}`. No two things have the same. */
  readonly key: string;
  /** With the names: `/users/{userID}`. */
  readonly path: string;
  /** `users`. */
  readonly name: string;
  readonly parameter: Parameter;
  /** What identifiers of them may be called in an answer, the likeliest first. */
  readonly names: readonly string[];
  readonly create: Creation | undefined;
  readonly list: { readonly operation: Operation; readonly place: ListPlace } | undefined;
  readonly read: Operation | undefined;
  /** PATCH and PUT, where PUT is not what creates. */
  readonly changes: readonly Operation[];
  readonly remove: Operation | undefined;
  /** What else is below one of them and no thing by itself: GET and others. */
  readonly below: readonly Operation[];
  /** The things that its path goes through, the outermost first. */
  readonly parents: readonly string[];
  /** Things that nothing creates and that are identified by the same parameter: their ids are those of this key's. */
  readonly sameAs: string | undefined;
}

export interface Creation {
  readonly operation: Operation;
  readonly identifier: Identifier;
}

/** Where the answer to a creation says which thing there is now. */
export type Identifier =
  /** A link of the document (OpenAPI 3.1.1, 4.8.20): a runtime expression. */
  | { readonly from: "link"; readonly name: string; readonly expression: string }
  /** A property of the body, found by its name. */
  | { readonly from: "body"; readonly path: Path }
  /** The header of that name (RFC 9110, 10.2.2), which leads to the thing. */
  | { readonly from: "location" }
  /** The caller chooses it. */
  | { readonly from: "caller" };

/** Where an identifier comes from, in words. */
export function showIdentifier(identifier: Identifier): string {
  if (identifier.from === "link") return `the link ${identifier.name}`;
  if (identifier.from === "location") return "Location";
  return identifier.from === "caller" ? "the caller's choice" : `"${identifier.path.join(".")}" of its answer`;
}

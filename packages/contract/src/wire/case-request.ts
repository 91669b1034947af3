import type { Operation, Parameter, SecurityScheme } from "@facsimile/document";
import { ownPrefer } from "@facsimile/mock/wire";

/** A value for one parameter. */
export interface Argument {
  readonly parameter: Parameter;
  readonly value: unknown;
}

/** A request body in one of its media types. */
export interface Body {
  /** As in the document. */
  readonly mediaType: string;
  readonly value: unknown;
}

/** What is given for one security scheme. */
export interface Secret {
  readonly scheme: SecurityScheme;
  readonly value: string | { readonly username: string; readonly password: string };
}

/** A request in the terms of the document, before it has a form on the wire. */
export interface CaseRequest {
  readonly operation: Operation;
  readonly arguments: readonly Argument[];
  readonly body: Body | undefined;
  /** Exactly what goes with the request; for the package, the credentials that it is given. */
  readonly secrets: readonly Secret[];
  /** Which of the documented answers the mock server is asked for. */
  readonly prefer: { readonly code: number; readonly example?: string } | undefined;
  /** The media type that is asked for; undefined for whatever the client asks for by itself. */
  readonly accept: string | undefined;
}

/** The header that asks the mock server for an answer: of another name than `Prefer` where the operation has a parameter of that name. */
export function preferHeader({ operation, prefer }: CaseRequest): readonly [name: string, value: string | undefined] {
  const isTaken = operation.parameters.some(({ in: place, name }) => place === "header" && /^prefer$/i.test(name));
  const example = prefer?.example === undefined ? "" : `, example=${prefer.example}`;
  return [isTaken ? ownPrefer : "Prefer", prefer && `code=${prefer.code}${example}`];
}

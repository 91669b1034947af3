import type { Operation, Parameter, Response, SecurityScheme } from "@facsimile/codegen";

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
}

/** What has to come back. */
export interface ExpectedAnswer {
  readonly status: number;
  /** The response of the document that describes it; undefined where the document has none, so that Prism answers a problem of its own. */
  readonly response: Response | undefined;
}

/** A documented answer, called for through the built package. */
export interface AnswerCase {
  readonly kind: "answer";
  readonly name: string;
  readonly request: CaseRequest;
  readonly expected: ExpectedAnswer;
}

/** A call that the built package has to refuse before anything is sent. */
export interface RefusalCase {
  readonly kind: "refusal";
  readonly name: string;
  readonly request: CaseRequest;
  /** The name of the error class. */
  readonly error: string;
}

/** A request that no package would send, sent as it is. */
export interface WireCase {
  readonly kind: "wire";
  readonly name: string;
  readonly request: CaseRequest;
  readonly expected: ExpectedAnswer;
}

/** One thing to try and what has to come of it: plain data, derived from the document and nothing else. */
export type Case = AnswerCase | RefusalCase | WireCase;

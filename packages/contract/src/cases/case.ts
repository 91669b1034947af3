import type { Pagination, Response } from "@facsimile/document";
import type { Pair } from "@facsimile/samples/wire";
import type { CaseRequest } from "../wire/case-request.js";

/** What has to come back. */
export interface ExpectedAnswer {
  readonly status: number;
  /** The response of the document that describes it; undefined where the document has none, so that Prism answers a problem of its own. */
  readonly response: Response | undefined;
  /** The document's example of the body, which is what a mock server sends. Undefined where there is none. */
  readonly example: { readonly value: unknown } | undefined;
  /** Why nobody knows what a mock server sends, and the place of the document that is the reason. */
  readonly untold?: Untold;
}

/** Why something is not known, and the JSON pointer of the reason. */
export interface Untold {
  readonly reason: string;
  readonly pointer: string;
}

interface NamedCase {
  /** Unique among the cases of a document: `getUser: 404`. */
  readonly name: string;
  /** What of the document it tries, as keys of the coverage report. */
  readonly covers: readonly string[];
  readonly request: CaseRequest;
  /** JSON pointer of the schema of which one constraint is broken. */
  readonly place?: string;
  /**
   * Set where a server need not refuse the request, though it is not valid: HTTP lets it disregard `Accept` (RFC 9110, 12.4.1), and content where the
   * method gives it no meaning (9.3.1, 9.3.2, 9.3.5), and another operation of the same method and path may take it.
   */
  readonly leftToServer?: true;
}

/** How a package is called: a method of its client, or the function of its entry `./functions`. */
export type CallForm = "method" | "function";

/** A call through the built package. */
export interface AnswerCase extends NamedCase {
  readonly kind: "answer";
  readonly form: CallForm;
  readonly expected: ExpectedAnswer;
  /** Whether the document allows the request. */
  readonly valid: boolean;
}

/** The pages of a list through the built package, iterated as pages and as items. */
export interface PagesCase extends NamedCase {
  readonly kind: "pages";
  readonly form: CallForm;
  readonly pagination: Pagination;
  readonly expected: ExpectedAnswer;
  readonly valid: true;
}

/** A call that the built package has to refuse before anything is sent. */
export interface RefusalCase extends NamedCase {
  readonly kind: "refusal";
  /** Default: the method. */
  readonly form?: CallForm;
  /** The name of the error class. */
  readonly error: string;
  /** Set where the caller's signal is aborted before the call. */
  readonly aborted?: true;
}

/** A call of a client that was told no server. */
export interface AddressCase extends NamedCase {
  readonly kind: "address";
  readonly form: CallForm;
  /** Of the server that the document names, without a slash at its end. */
  readonly url: string;
}

/** What is done to a request after it has its form on the wire. */
export interface Distortion {
  readonly method?: string;
  /** Path and query, without the path of the server. */
  readonly target?: string;
  readonly contentType?: string;
  readonly body?: string;
  /** In addition to the others. */
  readonly headers?: readonly Pair[];
}

/** A request that is sent past the package. */
export interface WireCase extends NamedCase {
  readonly kind: "wire";
  readonly expected: ExpectedAnswer;
  /** Whether the document allows the request. */
  readonly valid: boolean;
  readonly distortion: Distortion | undefined;
}

/** One thing to try and what has to come of it: plain data, derived from the document and nothing else. */
export type Case = AnswerCase | PagesCase | RefusalCase | WireCase | AddressCase;

/** Something of the document that no case can try on a mock server. */
export interface Hole {
  readonly kind: "hole";
  readonly covers: readonly string[];
  readonly reason: string;
  /** JSON pointer of the reason, where it is a fault of the document. */
  readonly pointer?: string;
  /** What would try it on another server, where it is Prism alone that does not look. */
  readonly elsewhere?: WireCase;
}

/** Everything that can be tried with a document, and what cannot, with the reason. */
export interface Matrix {
  readonly cases: readonly Case[];
  /** What can be tried on a server that is not Prism, besides. */
  readonly elsewhere: readonly WireCase[];
  readonly holes: readonly Hole[];
}

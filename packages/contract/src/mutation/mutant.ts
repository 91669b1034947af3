import type { Json, Operation } from "@facsimile/document";
import type { RawAnswer, RawRequest } from "@facsimile/mock/wire";

/** Where a fault is seeded; each is reported apart. */
export type Family = "server" | "request" | "answer" | "package";

interface NamedMutant {
  /** Says what was done, unique in its family: `getUser: query parameter page renamed`. */
  readonly name: string;
  /** The kind of fault: `parameter renamed`. */
  readonly operator: string;
  /** The operation whose cases have to notice it. */
  readonly operation: Operation;
  /** JSON pointer of what it is about, in the document. */
  readonly pointer: string;
}

/** The server's document differs from the one that the client was made from. */
export interface ServerMutant extends NamedMutant {
  readonly family: "server";
  /** Changes a copy of the document. */
  change(document: MutableJson): void;
}

/** The request arrives otherwise than the package was asked to send it. */
export interface RequestMutant extends NamedMutant {
  readonly family: "request";
  change(request: RawRequest): RawRequest;
}

/** The answer arrives otherwise than the server sent it. */
export interface AnswerMutant extends NamedMutant {
  readonly family: "answer";
  change(answer: RawAnswer): RawAnswer;
}

/** The built package is not what the generator made of the document. */
export interface PackageMutant extends NamedMutant {
  readonly family: "package";
  /** Relative to the package's folder. */
  readonly file: string;
  readonly edit: TextEdit;
}

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export type Mutant = ServerMutant | RequestMutant | AnswerMutant | PackageMutant;

/** A document, or a part of one, that may be changed. */
export interface MutableJson {
  [key: string]: Json;
}

/** What became of a mutant. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly status: "killed" | "survived" | "timed out" | "crashed" | "equivalent";
  /** The case or check that noticed, and how; or why nothing could. */
  readonly reason: string;
}

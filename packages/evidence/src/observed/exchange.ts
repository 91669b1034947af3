/** Names with values, as they travelled. A value of undefined is not known: a variable stood there, or a placeholder. */
export type Pairs = readonly (readonly [name: string, value: string | undefined])[];

/** The media type that headers state. */
export function typeIn(headers: Pairs): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === "content-type")?.[1];
}

/** One request that was recorded or written down as an example, with its answer where there was one. */
export interface Exchange {
  /** JSON pointer into the recording. */
  readonly pointer: string;
  readonly request: ObservedRequest;
  readonly answer: ObservedAnswer | undefined;
}

export interface ObservedRequest {
  /** In capitals. */
  readonly method: string;
  /** With the port. Undefined where a variable stands there. */
  readonly host: string | undefined;
  /** The variable that stands for the host. */
  readonly hostVariable?: string | undefined;
  /** The parts of the path, decoded. Undefined for one that is not known. */
  readonly path: readonly (string | undefined)[];
  readonly query: Pairs;
  readonly headers: Pairs;
  /** The kinds of credentials that went along, but for those that a header or a query says for itself: `basic`, `bearer`. */
  readonly credentials: readonly string[];
  readonly body: ObservedBody | undefined;
}

export interface ObservedAnswer {
  readonly status: number;
  readonly headers: Pairs;
  readonly body: ObservedBody | undefined;
}

export interface ObservedBody {
  /** The media type, with its parameters. */
  readonly type: string | undefined;
  /** Undefined where the recording does not have it. */
  readonly text: string | undefined;
  /** The fields of a form. */
  readonly fields: Pairs | undefined;
}

/** A file of exchanges, read. */
export interface Recording {
  readonly kind: "HAR" | "Postman collection";
  readonly exchanges: readonly Exchange[];
  /** Variables without a value, and in how many places each stands. */
  readonly unresolved: ReadonlyMap<string, number>;
  /** Every text that is a secret, or looks like one: never to be shown. */
  readonly secrets: readonly string[];
}

/** A file that is no recording. The message says why, and quotes nothing of it. */
export class RecordingError extends Error {
  override readonly name = "RecordingError";
  /** Where it can be said. */
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

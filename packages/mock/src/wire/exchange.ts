/** One header line: the name as it was sent, and its value. */
export type HeaderLine = readonly [name: string, value: string];

/** A request as it came over the wire. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, exactly as sent. */
  readonly target: string;
  /** In the order they were sent; a repeated header is there as often as it was sent. */
  readonly headers: readonly HeaderLine[];
  readonly body: Buffer;
}

/** An answer as it went back. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: Buffer;
}

/** What Prism found wrong with a request or with its own answer. */
export interface Violation {
  /** Starts with `request` or `response`. */
  readonly location: readonly string[];
  readonly severity: string;
  /** The JSON Schema keyword, or a status (`401`, `415`) for what is not about a schema. */
  readonly code: string;
  readonly message: string;
}

/** The operation of the document that Prism matched a request with. */
export interface MatchedOperation {
  /** Lower case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
}

/** One request, what was made of it, and the answer. */
export interface Exchange {
  readonly request: RawRequest;
  readonly answer: RawAnswer;
  /** Undefined where no path or no method matched. */
  readonly operation: MatchedOperation | undefined;
  readonly violations: readonly Violation[];
  /** What happened inside Prism, where it crashed or did not answer in time. */
  readonly fault: string | undefined;
}

/** Node lists names and values in turn. */
export function headerLines(rawHeaders: readonly string[]): HeaderLine[] {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ""] as const] : []));
}

/** The value of the first header of that name. Names are compared without case (RFC 9110, 5.1). */
export function headerOf(lines: readonly HeaderLine[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return lines.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1];
}

/** The values of all headers of that name as one (RFC 9110, 5.3), or undefined where there is none. */
export function joinedHeader(lines: readonly HeaderLine[], name: string, between = ", "): string | undefined {
  const wanted = name.toLowerCase();
  const values = lines.filter(([candidate]) => candidate.toLowerCase() === wanted).map(([, value]) => value);
  return values.length === 0 ? undefined : values.join(between);
}

import type { Operation } from "@facsimile/document";
import type { Pair } from "@facsimile/samples/wire";
import type { CaseRequest } from "./case-request.js";
import { placeCredential } from "./credentials.js";
import { styledPairs, styledText, type Write } from "./styles.js";

/** What a request has to look like on the wire. */
export interface WireForm {
  /** Upper case. */
  readonly method: string;
  /** Without the path of the server. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly cookies: readonly Pair[];
  /** Parameters and credentials; not `Content-Type`, `Accept` or `Cookie`. */
  readonly headers: readonly Pair[];
  readonly contentType: string | undefined;
}

/** A request in its form on the wire, each piece of text written by `write`. Header values are never encoded. */
export function wireForm(request: CaseRequest, write: Write): WireForm {
  const { operation, secrets } = request;
  const placed = secrets.flatMap((secret) => placeCredential(secret) ?? []);
  const credentialsIn = (place: string): Pair[] => placed.flatMap((one) => (one.in === place ? [one.pair] : []));
  const written = (pairs: readonly Pair[]): Pair[] => pairs.map(([name, value]) => [write(name), write(value)]);
  return {
    method: operation.method.toUpperCase(),
    path: fillPath(request, write),
    query: [...fixedPairs(operation, written), ...pairsOf(request, "query", write), ...written(credentialsIn("query"))],
    cookies: [...pairsOf(request, "cookie", write), ...written(credentialsIn("cookie"))],
    headers: [...headersOf(request), ...credentialsIn("header")],
    contentType: request.body?.mediaType,
  };
}

/** The query that the document has in the path. */
function fixedPairs({ query = "" }: Operation, written: (pairs: readonly Pair[]) => Pair[]): Pair[] {
  return written([...new URLSearchParams(query)]);
}

function fillPath({ operation, arguments: given }: CaseRequest, write: Write): string {
  return given
    .filter(({ parameter }) => parameter.in === "path")
    .reduce((path, { parameter, value }) => {
      const text =
        parameter.mediaType === undefined ? styledText({ ...parameter, value }, write) : write(JSON.stringify(value));
      return path.replaceAll(`{${parameter.name}}`, () => text);
    }, operation.path);
}

function pairsOf({ arguments: given }: CaseRequest, place: "query" | "cookie", write: Write): Pair[] {
  return given
    .filter(({ parameter }) => parameter.in === place)
    .flatMap(({ parameter, value }): Pair[] =>
      parameter.mediaType === undefined
        ? styledPairs({ ...parameter, value }, write)
        : [[write(parameter.name), write(JSON.stringify(value))]],
    );
}

function headersOf({ arguments: given }: CaseRequest): Pair[] {
  return given
    .filter(({ parameter }) => parameter.in === "header")
    .map(({ parameter, value }) => [
      parameter.name,
      parameter.mediaType === undefined ? styledText({ ...parameter, value }, (text) => text) : JSON.stringify(value),
    ]);
}

import type { Parameter } from "../operation.js";
import { encode, encodeReserved } from "./encode.js";
import { writeForm } from "./form.js";
import { type Values, writeGiven } from "./given.js";

/** The query of a request, without the `?`; empty when no parameter has a value. Names and values are encoded. */
export function serializeQuery(parameters: readonly Parameter[] | undefined, values?: Values): string {
  return writeQueryPairs("query", parameters, values).join("&");
}

/**
 * The value of the `cookie` header, undefined when no parameter has a value. Several pairs are told apart by `; `, as
 * cookies are (RFC 6265 4.2.1), not by the `&` of style `form` (OpenAPI 3.1.1, appendix D).
 */
export function serializeCookies(parameters: readonly Parameter[] | undefined, values?: Values): string | undefined {
  return writeQueryPairs("cookie", parameters, values).join("; ") || undefined;
}

function writeQueryPairs(
  place: "query" | "cookie",
  parameters: readonly Parameter[] | undefined,
  values?: Values,
): string[] {
  const written = writeGiven(place, parameters, values, (parameter, value) =>
    writeForm(parameter, value, encode, parameter.allowReserved ? encodeReserved : encode),
  );
  return written.flatMap(([, pairs]) => pairs.map((pair) => pair.join("=")));
}

import type { Operation, RequestWriter } from "../operation.js";
import type { Input } from "../request.js";
import { encode, encodeCookie, encodeReserved } from "./encode.js";
import { writeForm } from "./form.js";
import { writeGiven } from "./given.js";

/** Writes the query of a request. Names and values are encoded. */
export const writeQuery: RequestWriter = (draft, operation, input) => {
  draft.query = writePairs("query", operation, input, encodeReserved).join("&");
};

/**
 * Writes the `cookie` header, behind what a header parameter of that name says. Several pairs are told apart by `; `, as cookies are (RFC 6265 4.2.1), not by the `&` of style `form`
 * (OpenAPI 3.1.1, appendix D).
 */
export const writeCookies: RequestWriter = ({ headers }, operation, input) => {
  const pairs = writePairs("cookie", operation, input, encodeCookie);
  const cookie = [headers.cookie, ...pairs].filter(Boolean).join("; ");
  if (cookie) headers.cookie = cookie;
};

/** @param encodeSome - where `allowReserved` is said */
function writePairs(
  place: "query" | "cookie",
  operation: Operation<never>,
  input: Input,
  encodeSome: (text: string) => string,
): string[] {
  const pairs: string[] = [];
  writeGiven(place, operation, input, (parameter, value) => {
    const written = writeForm(parameter, value, encode, parameter.allowReserved ? encodeSome : encode);
    pairs.push(...written.map((pair) => pair.join("=")));
  });
  return pairs;
}

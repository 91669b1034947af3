import { isJson } from "@facsimile/document";
import type { IHttpRequest } from "@stoplight/prism-http";
import { type HeaderLine, headerOf, type RawRequest } from "../wire/exchange.js";
import { isForm } from "../wire/media-type.js";
import { parseJson } from "../wire/parse-json.js";
import { joinPairs } from "./form-lists.js";

/** A request as Prism's own server hands it on. Throws SyntaxError where the body says that it is JSON and is not. */
export function toPrismRequest(request: RawRequest): IHttpRequest {
  const url = new URL(`http://localhost${request.target.startsWith("/") ? "" : "/"}${request.target}`);
  const server = url.searchParams.get("__server");
  return {
    // Prism compares methods as text; one that it does not know matches no operation.
    method: request.method.toLowerCase() as IHttpRequest["method"],
    url: { path: url.pathname, query: queryOf(url.searchParams), ...(server === null ? {} : { baseUrl: server }) },
    headers: joinHeaders(request.headers),
    body: bodyOf(request),
  };
}

function queryOf(parameters: URLSearchParams): Record<string, string | string[]> {
  const names = new Set(parameters.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

/** One value a name, as Node joins them: cookies with a semicolon (RFC 6265, 5.4), others with a comma (RFC 9110, 5.3). */
function joinHeaders(lines: readonly HeaderLine[]): Record<string, string> {
  const joined = new Map<string, string>();
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    const before = joined.get(key);
    joined.set(key, before === undefined ? value : `${before}${key === "cookie" ? "; " : ", "}${value}`);
  }
  return Object.fromEntries(joined);
}

function bodyOf(request: RawRequest): unknown {
  const hasLength = headerOf(request.headers, "content-length") ?? headerOf(request.headers, "transfer-encoding");
  if (hasLength === undefined || request.body.length === 0) return null;
  const text = request.body.toString("utf8");
  const type = headerOf(request.headers, "content-type") ?? "";
  // Of other families too, such as `text/json`, which Prism's own server takes for text.
  if (isJson(type)) return parseJson(text);
  return isForm(type) ? joinPairs(text) : text;
}

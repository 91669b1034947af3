import { essence, type SecurityScheme, takesCredential } from "@facsimile/document";
import {
  type HeaderLine,
  headerOf,
  matchesMediaType,
  pathBefore,
  type RawRequest,
  type ServedPaths,
} from "@facsimile/mock/wire";
import { comparableBody, readBody } from "../wire/body.js";
import type { CaseRequest } from "../wire/case-request.js";
import { preferHeader } from "../wire/case-request.js";
import { wireForm } from "../wire/wire-form.js";
import { differ } from "./compare.js";
import { differPairs, readCookies, readQuery } from "./pairs.js";

/** What the request oracle knows about the document besides the case. */
export interface WireContext {
  /** Each operation is called at its own. */
  readonly paths: ServedPaths;
  readonly schemes: readonly SecurityScheme[];
}

/**
 * Holds the request that reached the wire against the one that was meant: method, path, each parameter in its place and style, each credential
 * in its place and no other, content type, body, and the media types that are accepted.
 */
export async function judgeRequest(
  raw: RawRequest,
  meant: CaseRequest,
  context: WireContext,
): Promise<readonly string[]> {
  const [prefer, asked] = preferHeader(meant);
  return [
    ...differ("method", meant.operation.method.toUpperCase(), raw.method),
    ...decoding(() => judgeTarget(raw, meant, pathBefore(context.paths, meant.operation))),
    ...decoding(() => judgeHeaders(raw, meant, context.schemes)),
    ...judgeAccept(raw, meant),
    // It goes with the options of a call, and shows that they arrive.
    ...differ(`header ${prefer}`, asked, headerOf(raw.headers, prefer)),
    ...(await judgeBody(raw, meant)),
  ];
}

function judgeTarget(raw: RawRequest, meant: CaseRequest, base: string): string[] {
  const [path = "", ...query] = raw.target.split("?");
  // Segments are told apart before they are decoded, so that an encoded slash is none.
  const segments = (text: string): string[] => text.split("/").map(decodeURIComponent);
  return [
    ...differ("path", segments(base + wireForm(meant, encodeURIComponent).path), segments(path)),
    ...differPairs("query parameter", wireForm(meant, asItIs).query, readQuery(query.join("?"))),
  ];
}

function judgeHeaders(raw: RawRequest, meant: CaseRequest, schemes: readonly SecurityScheme[]): string[] {
  const { headers, cookies } = wireForm(meant, asItIs);
  const needed = new Set(headers.map(([name]) => name.toLowerCase()));
  const forbidden = [...undeclaredOf(meant), ...schemes.flatMap(headerOfScheme)].filter(
    (name) => !needed.has(name.toLowerCase()) && !ofItself.test(name),
  );
  const sent = withoutOwnCookie(raw.headers, headers);
  return [
    ...headers.flatMap(([name, value]) => differ(`header ${name}`, value, headerOf(sent.headers, name))),
    ...[...new Set(forbidden)].flatMap((name) => differ(`header ${name}`, undefined, headerOf(sent.headers, name))),
    ...differPairs("cookie", cookies, readCookies(sent.cookie)),
  ];
}

/** The headers that were sent, and the text of the cookies: behind the value of a header parameter that is called `Cookie`, where there is one. */
function withoutOwnCookie(
  sent: readonly HeaderLine[],
  meant: readonly HeaderLine[],
): { readonly headers: readonly HeaderLine[]; readonly cookie: string | undefined } {
  const own = headerOf(meant, "cookie");
  const cookie = headerOf(sent, "cookie");
  if (own === undefined || cookie === undefined || !`${cookie};`.startsWith(`${own};`))
    return { headers: sent, cookie };
  const others = sent.filter(([name]) => name.toLowerCase() !== "cookie");
  return { headers: [...others, ["cookie", own]], cookie: cookie.slice(own.length + 1) };
}

/** What `fetch` and HTTP send of themselves (Fetch, "HTTP-network-or-cache fetch"; RFC 9112, 3.2), whether the document calls it a parameter or not. */
const ofItself =
  /^(?:accept-(?:encoding|language)|user-agent|cache-control|pragma|origin|referer|host|connection|content-length|sec-.*)$/i;

/** The header parameters that the case leaves out. */
function undeclaredOf({ operation, arguments: given }: CaseRequest): string[] {
  const inHeader = operation.parameters.filter((parameter) => parameter.in === "header");
  return inHeader
    .filter((parameter) => !given.some((argument) => argument.parameter === parameter))
    .map(({ name }) => name);
}

function headerOfScheme(scheme: SecurityScheme): string[] {
  if (scheme.type === "apiKey") return scheme.in === "header" ? [scheme.parameterName] : [];
  return takesCredential(scheme) ? ["Authorization"] : [];
}

/** A package names the media types that its operation may be answered with. Without that `fetch` says that it takes any. */
function judgeAccept(raw: RawRequest, { accept: wanted, operation }: CaseRequest): string[] {
  const accept = headerOf(raw.headers, "accept");
  if (wanted !== undefined) return differ("header Accept", wanted, accept);
  const documented = operation.responses.flatMap(({ content }) => content.map(({ name }) => name));
  return documented.length === 0
    ? []
    : differ("header Accept", essences(documented), essences(accept?.split(",") ?? []));
}

function essences(mediaTypes: readonly string[]): readonly string[] {
  return [...new Set(mediaTypes.map(essence))].sort();
}

async function judgeBody(raw: RawRequest, { body, operation }: CaseRequest): Promise<string[]> {
  const contentType = headerOf(raw.headers, "content-type");
  if (body === undefined)
    return [...differ("header Content-Type", undefined, contentType), ...differ("body", "", raw.body.toString("utf8"))];
  if (contentType === undefined || !matchesMediaType(contentType, body.mediaType)) {
    return differ("header Content-Type", body.mediaType, contentType);
  }
  const sent = await readBody(contentType, raw.body).catch(() => undefined);
  return differ("body", comparableBody(body, operation), sent);
}

function decoding(judge: () => string[]): string[] {
  try {
    return judge();
  } catch (error) {
    if (error instanceof URIError) return [`the request is not percent-encoded: ${error.message}`];
    throw error;
  }
}

function asItIs(text: string): string {
  return text;
}

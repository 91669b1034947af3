import { type Call, fail } from "../call.js";
import { CredentialsError } from "../errors/credentials.js";
import { isHeaderValue } from "../header-value.js";
import type { SecurityAlternative, SecurityRequirement, SecurityScheme } from "../operation.js";
import type { OAuth2TokenSource } from "./credential.js";

/** What the credentials of one request add to it. */
export interface Authorization {
  readonly headers: Record<string, string>;
  /** `name=value`, encoded. */
  readonly query: string[];
  /** `name=value`. */
  readonly cookies: string[];
  /** What must never be shown. */
  readonly secrets: string[];
  /** The access token, if a source gave it that can be asked for another. */
  token?: string;
}

type Refuse = (reason: string, cause?: unknown) => never;

/**
 * Obtains the credentials of the first alternative for which the client has all. One that needs none comes last, so that
 * a credential that is given is used.
 *
 * @param refused The access token that the API has just answered with 401.
 * @throws CredentialsError when there is no such alternative, or a credential cannot be obtained or sent.
 */
export async function authorize(
  call: Pick<Call, "client" | "operation" | "url">,
  security: readonly SecurityAlternative[] | undefined,
  refused?: string,
): Promise<Authorization> {
  const authorization: Authorization = { headers: {}, query: [], cookies: [], secrets: [] };
  if (!security?.length) return authorization;
  const { credentials } = call.client;
  const isGiven = ({ scheme }: SecurityRequirement) => isOutside(scheme) || (credentials[scheme.name] ?? null) !== null;
  const chosen =
    security.find((alternative) => alternative.length > 0 && alternative.every(isGiven)) ??
    security.find((alternative) => alternative.length === 0) ??
    fail(call, CredentialsError, `needs credentials: ${security.map(nameAlternative).join(", or ")}`);
  for (const { scheme } of chosen) {
    if (isOutside(scheme)) continue;
    const refuse: Refuse = (reason, cause) =>
      fail(call, CredentialsError, `cannot use credential ${scheme.name}: it ${reason}`, cause);
    const credential = credentials[scheme.name];
    const source = isSource(credential);
    const value = source || typeof credential === "function" ? await obtain(credential, refuse, refused) : credential;
    if (source) authorization.token = `${value}`;
    add(authorization, scheme, value, refuse);
  }
  return authorization;
}

/** A client certificate is no part of the request: the platform or a `fetch` of the application's own adds it. */
function isOutside(scheme: SecurityScheme): scheme is SecurityScheme & { type: "mutualTLS" } {
  return scheme.type === "mutualTLS";
}

function nameAlternative(alternative: SecurityAlternative): string {
  return alternative.map(({ scheme }) => scheme.name).join(" and ");
}

async function obtain(credential: unknown, refuse: Refuse, refused: string | undefined): Promise<unknown> {
  try {
    return await (isSource(credential) ? credential.accessToken(refused) : (credential as () => unknown)());
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    return refuse("could not be obtained", cause);
  }
}

function isSource(credential: unknown): credential is OAuth2TokenSource {
  return typeof (credential as Partial<OAuth2TokenSource>).accessToken === "function";
}

function add(
  { headers, query, cookies, secrets }: Authorization,
  scheme: SecurityScheme,
  given: unknown,
  refuse: Refuse,
): void {
  const value = scheme.type === "http" && scheme.scheme === "basic" ? writeBasic(given, secrets, refuse) : given;
  if (typeof value !== "string" || !value) refuse("is not a text, or is empty");
  if (!isHeaderValue(value)) refuse("holds a line end or another character that cannot be sent");
  secrets.push(value);
  if (scheme.type !== "apiKey") {
    headers.authorization = `${scheme.type === "http" ? nameScheme(scheme.scheme) : "Bearer"} ${value}`;
    return;
  }
  const { parameter, prefix = "" } = scheme;
  const key = prefix + value;
  if (scheme.in === "header") headers[parameter.toLowerCase()] = key;
  else if (scheme.in === "query") query.push(`${encodeURIComponent(parameter)}=${encodeURIComponent(key)}`);
  else if (/[\s";,\\]/.test(key)) refuse("holds a character that no cookie may hold");
  else cookies.push(`${parameter}=${key}`);
}

/** Names are compared without case (RFC 9110 11.1), but not by all servers: `Bearer`, `Basic`. */
function nameScheme(scheme: string): string {
  return scheme.charAt(0).toUpperCase() + scheme.slice(1);
}

/** RFC 7617, in UTF-8. */
function writeBasic(given: unknown, secrets: string[], refuse: Refuse): string {
  const { username, password } = Object(given) as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string") return refuse("needs a username and a password");
  if (username.includes(":")) return refuse("has a colon in its username, which HTTP basic cannot send");
  if (/\p{Surrogate}/u.test(username + password)) return refuse("holds half a surrogate pair");
  secrets.push(password);
  const text = `${username}:${password}`;
  // `btoa` takes one character for one byte, which is right for ASCII as it stands.
  return btoa(/^[\x20-\x7e]*$/.test(text) ? text : String.fromCharCode(...new TextEncoder().encode(text)));
}

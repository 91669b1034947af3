import { CredentialsError } from "../errors/credentials.js";
import { isHeaderValue } from "../header-value.js";
import type { SecurityAlternative, SecurityScheme } from "../operation.js";
import type { Credentials, OAuth2TokenSource } from "./credential.js";

/** What the credentials of one request add to it. */
export interface Authorization {
  readonly headers: Record<string, string>;
  readonly query: string[];
  readonly cookies: string[];
  /** What must never be shown. */
  readonly secrets: string[];
  /** The access token, if a source gave it that can be asked for another. */
  token?: string;
}

/**
 * Obtains the credentials of the first alternative for which the client has all. One that needs none comes last, so that a credential
 * that is given is used.
 *
 * @param refused The access token that the API has just answered with 401.
 * @throws CredentialsError when there is no such alternative, or a credential cannot be obtained or sent.
 */
export async function authorize(
  security: readonly SecurityAlternative[] | undefined,
  credentials: Credentials,
  refused?: string,
): Promise<Authorization> {
  const authorization: Authorization = { headers: {}, query: [], cookies: [], secrets: [] };
  if (security && security.length > 0) {
    for (const { scheme } of choose(security, credentials)) {
      if (scheme.type !== "mutualTLS") await add(authorization, scheme, credentials[scheme.name], refused);
    }
  }
  return authorization;
}

function choose(security: readonly SecurityAlternative[], credentials: Credentials): SecurityAlternative {
  const isGiven = ({ scheme }: { scheme: SecurityScheme }) =>
    scheme.type === "mutualTLS" || (credentials[scheme.name] ?? undefined) !== undefined;
  const chosen =
    security.find((alternative) => alternative.length > 0 && alternative.every(isGiven)) ??
    security.find((alternative) => alternative.length === 0);
  if (chosen) return chosen;
  const ways = security.map((alternative) => alternative.map(({ scheme }) => scheme.name).join(" and "));
  throw new CredentialsError(`needs credentials for ${ways.join(", or ")}`);
}

async function add(
  authorization: Authorization,
  scheme: Exclude<SecurityScheme, { type: "mutualTLS" }>,
  credential: unknown,
  refused: string | undefined,
): Promise<void> {
  const { headers, query, cookies, secrets } = authorization;
  let value = await obtain(scheme.name, credential, refused);
  if (isSource(credential)) authorization.token = value as string;
  if (scheme.type === "http" && scheme.scheme === "basic") value = writeBasic(scheme.name, value, secrets);
  if (typeof value !== "string" || value === "") refuse(scheme.name, "is not a text, or empty");
  if (!isHeaderValue(value)) refuse(scheme.name, "holds a line end or another character that cannot be sent");
  secrets.push(value);
  if (scheme.type !== "apiKey") {
    headers.authorization = `${scheme.type === "http" && scheme.scheme !== "bearer" ? capitalize(scheme.scheme) : "Bearer"} ${value}`;
    return;
  }
  const key = (scheme.prefix ?? "") + value;
  if (scheme.in === "header") headers[scheme.parameter.toLowerCase()] = key;
  else if (scheme.in === "query") query.push(`${encodeURIComponent(scheme.parameter)}=${encodeURIComponent(key)}`);
  else if (/[\s";,\\]/.test(key)) refuse(scheme.name, "holds a character that no cookie may hold");
  else cookies.push(`${scheme.parameter}=${key}`);
}

async function obtain(name: string, credential: unknown, refused: string | undefined): Promise<unknown> {
  try {
    if (isSource(credential)) return await credential.accessToken(refused);
    return typeof credential === "function" ? await credential() : credential;
  } catch (cause) {
    if (cause instanceof CredentialsError) throw cause;
    throw new CredentialsError(`could not obtain the credential ${name}`, { cause });
  }
}

function isSource(credential: unknown): credential is OAuth2TokenSource {
  return typeof (credential as Partial<OAuth2TokenSource>).accessToken === "function";
}

/** RFC 7617, in UTF-8. */
function writeBasic(name: string, value: unknown, secrets: string[]): string {
  const { username, password } = value as { username?: unknown; password?: unknown };
  if (typeof username !== "string" || typeof password !== "string")
    return refuse(name, "needs a username and a password");
  if (username.includes(":")) return refuse(name, "has a username with a colon, which HTTP basic cannot send");
  secrets.push(password);
  return btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)));
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function refuse(name: string, reason: string): never {
  throw new CredentialsError(`the credential ${name} ${reason}`);
}

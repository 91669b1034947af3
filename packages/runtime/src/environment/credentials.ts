import type { Maybe, Provided } from "../credentials/credential.js";
import { CredentialsError } from "../errors/credentials.js";
import { oauth2 } from "../oauth2/oauth2.js";
import { type Environment, readPair, readVariable } from "./variable.js";

/** A credential as a function, so that nothing shows its value, and so that one that is not set is one that there is not. */
export type FromEnvironment<Value> = () => Maybe<Value>;

/** An API key or a token. */
export function textFrom(env: Environment | undefined, variable: string): FromEnvironment<string> {
  const text = readVariable(env, variable);
  return () => text;
}

/** A user name and a password. @throws CredentialsError where one of them is set alone */
export function basicFrom(
  env: Environment | undefined,
  ...variables: readonly [username: string, password: string]
): FromEnvironment<{ readonly username: string; readonly password: string }> {
  const pair = readPair(env, ...variables);
  if (!pair) return () => undefined;
  const [username, password] = pair;
  return () => ({ username, password });
}

/** Names of the variables of an OAuth 2 scheme whose document has the flow `clientCredentials`. */
export interface ClientVariables {
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where tokens are asked for, instead of the document's `tokenUrl`. */
  readonly tokenUrl: string;
  /** Separated by spaces. */
  readonly scopes: string;
  /** The document's `tokenUrl` itself. Absent where it has none that is absolute. */
  readonly statedUrl?: string;
}

/**
 * An access token, else tokens for the client itself.
 *
 * @throws CredentialsError where the client's id or its secret is set alone, or nothing says where to ask
 */
export function clientFrom(env: Environment | undefined, variables: ClientVariables): Provided<string> {
  const pair = readPair(env, variables.clientId, variables.clientSecret);
  const accessToken = readVariable(env, variables.accessToken);
  if (accessToken !== undefined || !pair) return () => accessToken;
  const url = readVariable(env, variables.tokenUrl) ?? variables.statedUrl;
  if (url === undefined) throw new CredentialsError(`the variable ${variables.tokenUrl} is not set or is empty`);
  const [clientId, clientSecret] = pair;
  const scopes = readVariable(env, variables.scopes)?.split(" ");
  return oauth2({ tokenUrl: url, clientId, clientSecret, clientCredentials: true, ...(scopes && { scopes }) });
}

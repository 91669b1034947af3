import type { OAuth2TokenSource } from "../credentials/credential.js";
import { CredentialsError } from "../errors/credentials.js";
import type { Fields } from "./ask-server.js";
import { checkOptions, type OAuth2Options } from "./options.js";
import { requestTokens } from "./token-request.js";
import { isFresh, type OAuth2Tokens } from "./tokens.js";

/**
 * Access tokens that renew themselves: before they expire, and when the API answers 401. However many calls need one at
 * the same time, the token endpoint is asked once; when it refuses, all of them fail.
 *
 * @throws CredentialsError for options that cannot work. Calls throw it when a token cannot be had.
 */
export function oauth2(options: OAuth2Options): OAuth2TokenSource {
  checkOptions(options);
  let tokens: OAuth2Tokens | undefined;
  /** The store does not have `tokens` yet, because it failed to save them. */
  let unsaved = false;
  let pending: Promise<OAuth2Tokens> | undefined;

  const isUsable = (candidate: OAuth2Tokens, refused: string | undefined): boolean =>
    candidate.accessToken !== refused && isFresh(candidate, Date.now());

  const keep = async (received: OAuth2Tokens, isNew: boolean): Promise<OAuth2Tokens> => {
    tokens = received;
    unsaved ||= isNew;
    if (unsaved) await options.store?.save(received);
    unsaved = false;
    return received;
  };

  const renew = async (refused: string | undefined): Promise<OAuth2Tokens> => {
    const last = (unsaved ? undefined : await options.store?.load()) ?? tokens ?? options.tokens;
    if (last && isUsable(last, refused)) return keep(last, last === options.tokens);
    const received = await requestTokens(options, grantAfter(options, last, tokens !== undefined));
    const refreshToken = received.refreshToken ?? last?.refreshToken ?? options.refreshToken;
    return keep(refreshToken === undefined ? received : { ...received, refreshToken }, true);
  };

  return {
    async get(refused) {
      if (tokens && isUsable(tokens, refused)) return tokens.accessToken;
      pending ??= renew(refused).finally(() => {
        pending = undefined;
      });
      return (await pending).accessToken;
    },
  };
}

/** The request that gets the next tokens. A code works once: `codeUsed`. */
function grantAfter(options: OAuth2Options, last: OAuth2Tokens | undefined, codeUsed: boolean): Fields {
  const { authorizationCode, clientCredentials, tokens, scopes } = options;
  const scope = scopes?.join(" ") || undefined;
  if (clientCredentials) return { grant_type: "client_credentials", scope };
  const refresh = last?.refreshToken ?? options.refreshToken;
  // A person may have granted less than was asked for: what was granted is not asked for again.
  const granted = authorizationCode ?? tokens;
  if (refresh) return { grant_type: "refresh_token", refresh_token: refresh, scope: granted ? undefined : scope };
  if (codeUsed || !authorizationCode) {
    throw new CredentialsError(
      `no access token: the ${authorizationCode ? "code is" : "tokens are"} used up, and there is no refresh token; authorize again`,
    );
  }
  const { code, redirectUri, codeVerifier } = authorizationCode;
  return { grant_type: "authorization_code", code, redirect_uri: redirectUri, code_verifier: codeVerifier };
}

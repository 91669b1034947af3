import { askServer, type Fields } from "./ask-server.js";
import type { OAuth2ClientOptions } from "./options.js";
import { readErrorCode, readTokenAnswer } from "./token-answer.js";
import type { OAuth2Tokens } from "./tokens.js";

/**
 * Asks the token endpoint for tokens (RFC 6749 4.1.3, 4.4.2 and 6).
 *
 * @throws CredentialsError that says what the server answered, without any secret.
 */
export async function requestTokens(options: OAuth2ClientOptions, fields: Fields): Promise<OAuth2Tokens> {
  const question = { url: options.tokenUrl, fields, wanted: "no access token" };
  const { answer, fail } = await askServer(options, question);
  const tokens = readTokenAnswer(answer);
  return typeof tokens === "string" ? fail(tokens, readErrorCode(answer)) : tokens;
}

export { type AuthorizationUrlOptions, authorizationUrl } from "./authorization-url.js";
export { oauth2 } from "./oauth2.js";
export type { AuthorizationCode, OAuth2Options } from "./options.js";
export { createPkce, type Pkce } from "./pkce.js";
export type { OAuth2TokenStore, OAuth2Tokens } from "./tokens.js";

export { type AuthorizationUrlOptions, authorizationUrl } from "./authorization-url.js";
export { authorizeDevice, type DeviceAuthorization, type DeviceOptions } from "./device.js";
export { oauth2 } from "./oauth2.js";
export type { AuthorizationCode, ClientAssertion, OAuth2ClientOptions, OAuth2Options } from "./options.js";
export { createPkce, type Pkce } from "./pkce.js";
export { type PrivateKeyJwtOptions, privateKeyJwt } from "./private-key-jwt.js";
export type { PrivateJwk, PrivateKey, SigningAlgorithm } from "./signing-key.js";
export type { OAuth2TokenStore, OAuth2Tokens } from "./tokens.js";

import { randomUUID } from "node:crypto";
import { authorizationUrl, createPkce, createUltraCart, oauth2, unwrap } from "@facsimile/ultracart";
import { receiveCode } from "./receive-code.js";

const api = process.env.API_URL ?? "https://secure.ultracart.com/rest/v2";
const authorization = process.env.AUTHORIZATION_URL ?? "https://secure.ultracart.com/rest/v2/oauth";
const clientId = process.env.CLIENT_ID ?? "cli";

// The verifier never leaves this process: whoever steals the code has no use for it.
const { verifier, challenge } = await createPkce();
const state = randomUUID();
const { redirectUri, code } = await receiveCode(state);

const url = authorizationUrl({
  authorizationUrl: `${authorization}/authorize`,
  clientId,
  redirectUri,
  state,
  challenge,
  scopes: ["user_read"],
});
console.log("Open this in a browser to sign in:", url);

// Exchanged for tokens by the first call. They renew themselves; with a `store` they outlive the process.
const tokens = oauth2({
  tokenUrl: `${authorization}/token`,
  clientId,
  authorizationCode: { code: await code, redirectUri, codeVerifier: verifier },
});
const ultracart = createUltraCart({ baseUrl: api, credentials: { ultraCartOauth: tokens } });

const { groups } = await unwrap(ultracart.getGroups());
for (const group of groups ?? []) console.log("·", group.name);

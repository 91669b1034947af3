import { authorizationUrl, createClient } from "./name-id-oauth2/functions.js";
import { createTins, runtimeOauth2 } from "./name-id-oauth2/index.js";

const login = runtimeOauth2({
  clientCredentials: true,
  tokenUrl: "https://id.example.com/token",
  clientId: "a",
  clientSecret: "b",
});
const tins = createTins({ baseUrl: "https://api.example.com", credentials: { login } });
await tins.oauth2();
await authorizationUrl(createClient({ baseUrl: "https://api.example.com", credentials: { login } }));

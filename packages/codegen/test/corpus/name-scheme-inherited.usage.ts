import { createTins } from "./name-scheme-inherited/index.js";

const baseUrl = "https://api.example.com";
await createTins({ baseUrl, credentials: { key: "k" } }).listTins();
await createTins({ baseUrl, credentials: { constructorCredential: "k" } }).listTins();
await createTins({ baseUrl, credentials: { toStringCredential2: "k" } }).listTins();
await createTins({ baseUrl, credentials: { __proto__Credential: "k" } }).listTins();

import { createTins } from "./security-scheme-unknown/index.js";

const baseUrl = "https://tins.example.com";
await createTins({ baseUrl, credentials: { key: "k" } }).listTins();
await createTins({ baseUrl, headers: { "X-Nobody": "n" } }).listTins();
// @ts-expect-error there is no such credential
createTins({ baseUrl, credentials: { nobody: "n" } });

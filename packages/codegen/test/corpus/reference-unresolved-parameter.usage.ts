import { createTins } from "./reference-unresolved-parameter/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.addTin();
// @ts-expect-error nobody knows what it has to be called with
await tins.listTins();

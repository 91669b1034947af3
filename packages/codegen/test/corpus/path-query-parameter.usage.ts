import { createTins } from "./path-query-parameter/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.findTins({ query: { id: 1, page: "2" } });
// @ts-expect-error both are required
await tins.findTins({ query: { id: 1 } });

import { createTins } from "./parameter-content-several/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.listTins({ query: { filter: { size: 1 } } });
// @ts-expect-error JSON is what the first media type says
await tins.listTins({ query: { filter: { size: "large" } } });

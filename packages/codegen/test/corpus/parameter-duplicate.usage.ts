import { createTins } from "./parameter-duplicate/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.listTins({ query: { page: 1 } });
// @ts-expect-error the first one is a number
await tins.listTins({ query: { page: "1" } });

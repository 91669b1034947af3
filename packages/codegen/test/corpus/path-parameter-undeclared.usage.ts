import { createTins } from "./path-parameter-undeclared/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.getTin({ path: { id: "1" } });
// @ts-expect-error it is required
await tins.getTin({});

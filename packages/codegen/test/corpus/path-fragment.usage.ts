import { createTins } from "./path-fragment/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.updateFile({ path: { id: "1" } });
await tins.copyFile({ path: { id: "1" }, body: { to: "2" } });
// @ts-expect-error only the copy has a body
await tins.updateFile({ path: { id: "1" }, body: { to: "2" } });

import { createTins } from "./method-trace/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.listTins();
// @ts-expect-error there is no such method
await tins.traceTins();

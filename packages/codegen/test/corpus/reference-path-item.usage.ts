import { createTins } from "./reference-path-item/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.listTins();
await tins.addTin();
await tins.removeTins();
// @ts-expect-error what stands beside the reference counts
await tins.addOther();

import { createTins } from "./pagination-invalid/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
await tins.listTins();
// @ts-expect-error there are no pages
tins.listTins.pages();

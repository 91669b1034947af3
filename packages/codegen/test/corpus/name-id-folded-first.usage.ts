import { createTins } from "./name-id-folded-first/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.createTin();
await tins.postB();

import { createTins } from "./name-id-missing-fragment/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.post$tins_23_new();
await tins.post$tins_23_copy();

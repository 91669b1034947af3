import { createTins } from "./name-id-folded/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.create();
await tins.postA();
await tins.postB();

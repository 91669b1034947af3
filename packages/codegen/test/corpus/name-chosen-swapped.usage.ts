import { createTins } from "./name-chosen-swapped/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getA();
await tins.getB();

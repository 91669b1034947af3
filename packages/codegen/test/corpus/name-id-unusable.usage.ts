import { createTins } from "./name-id-unusable/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getA();
await tins.getB();
await tins.getC();
await tins.getD();

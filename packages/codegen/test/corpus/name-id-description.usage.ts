import { createTins } from "./name-id-description/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.listTins();
await tins.listTinsOperation();

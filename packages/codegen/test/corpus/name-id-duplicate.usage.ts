import { createTins } from "./name-id-duplicate/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.list();
await tins.getLids();

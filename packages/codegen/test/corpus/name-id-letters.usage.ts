import { createTins } from "./name-id-letters/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.größe日本語();
await tins.café();
await tins.aB();
await tins.naïveId();
await tins.x();

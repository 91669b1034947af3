import { createTins } from "./name-id-missing-taken/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getTins();
await tins.getTins2();

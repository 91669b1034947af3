import { createTins } from "./name-chosen-scheme/index.js";

const tins = createTins({ baseUrl: "https://api.example.com", credentials: { apiKey: "k" } });
await tins.listTins();

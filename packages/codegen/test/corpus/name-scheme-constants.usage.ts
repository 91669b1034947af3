import { createTins } from "./name-scheme-constants/index.js";

const credentials = { client: "a", options: "b", send: "c", delete: "d", listTins: "e", "-": "f" };
const tins = createTins({ baseUrl: "https://api.example.com", credentials });
await tins.listTins();

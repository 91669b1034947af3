import { createClient, listTinsOperationPages, listTinsPages } from "./name-id-pages/functions.js";
import { createTins } from "./name-id-pages/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
for await (const tin of tins.listTins.pages().items()) tin satisfies string;
await tins.listTinsPages();
const client = createClient({ baseUrl: "https://api.example.com" });
for await (const tin of listTinsOperationPages(client).items()) tin satisfies string;
await listTinsPages(client);

import * as functions from "./name-id-reserved/functions.js";
import { createClient, delete as remove } from "./name-id-reserved/functions.js";
import { createTins } from "./name-id-reserved/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.delete();
await tins.new();
await tins.default();
await tins.class();
await tins.null();
const client = createClient({ baseUrl: "https://api.example.com" });
await remove(client);
await functions.default(client);
await functions.new(client);
await functions.string(client);

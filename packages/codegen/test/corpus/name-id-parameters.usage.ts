import { client, createClient, options } from "./name-id-parameters/functions.js";
import { createTins } from "./name-id-parameters/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.client({ path: { client: "a" } });
await tins.input();
await tins.options({}, { timeout: 1 });
const handle = createClient({ baseUrl: "https://api.example.com" });
await client(handle, { path: { client: "a" } });
await options(handle);

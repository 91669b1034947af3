import { createClient, createRaw, makeClient, raw } from "./name-id-create-client/functions.js";
import { createKettle } from "./name-id-create-client/index.js";

const kettle = createKettle({ baseUrl: "https://api.example.com" });
await kettle.createClient();
await kettle.createRaw();
await kettle.raw();
const client = makeClient({ baseUrl: "https://api.example.com" });
await createClient(client);
await createRaw(client);
await raw(client);

import { createClient, createRaw, makeClient, makeRaw, raw } from "./name-id-create-client/functions.js";
import { createKettle } from "./name-id-create-client/index.js";

const kettle = createKettle({ baseUrl: "https://api.example.com" });
await kettle.createClient();
await kettle.raw();
await kettle.rawClient();
await kettle.rawClient2.GET("/0");
const client = makeClient({ baseUrl: "https://api.example.com" });
await createClient(client);
await createRaw(client);
await raw(client);
await makeRaw(client).GET("/0");

import { createClient, createKettle } from "./name-id-factory/functions.js";
import { makeKettle } from "./name-id-factory/index.js";

const kettle = makeKettle({ baseUrl: "https://api.example.com" });
await kettle.createKettle();
await createKettle(createClient({ baseUrl: "https://api.example.com" }));

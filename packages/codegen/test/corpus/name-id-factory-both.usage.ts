import { makeKettle2 } from "./name-id-factory-both/index.js";

const kettle = makeKettle2({ baseUrl: "https://api.example.com" });
await kettle.createKettle();
await kettle.makeKettle();

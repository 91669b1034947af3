import { createClient, delete_, delete as remove } from "./name-chosen-operation/functions.js";
import { createTins } from "./name-chosen-operation/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getTin();
await tins.listTins();
await tins.createLid();
await tins.create();
await tins.delete_();
await tins.delete();
await tins.Object();
await remove(createClient({ baseUrl: "https://api.example.com" }));
await delete_(createClient({ baseUrl: "https://api.example.com" }));

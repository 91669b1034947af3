import { createClient, deleteTinsById } from "./name-id-missing/functions.js";
import { createTins } from "./name-id-missing/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getTins();
await tins.postLids();
await tins.getTinsById({ path: { id: "a" } });
await deleteTinsById(createClient({ baseUrl: "https://api.example.com" }), { path: { id: "a" } });
await tins.get();
await tins.delete();

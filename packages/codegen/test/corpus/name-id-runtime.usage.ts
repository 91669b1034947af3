import { createClient, isApiError, paginate, unwrap } from "./name-id-runtime/functions.js";
import { createTins, runtimeIsApiError, runtimeUnwrap } from "./name-id-runtime/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.send();
await runtimeUnwrap(tins.unwrap());
const client = createClient({ baseUrl: "https://api.example.com" });
await unwrap(client);
await isApiError(client);
await paginate(client);
for await (const page of tins.listTins.pages()) page.items satisfies string[] | undefined;
runtimeIsApiError(new Error()) satisfies boolean;

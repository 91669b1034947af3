import { type brew as brewAnywhere, createClient as createAnywhere, getStatus } from "./src/functions.js";
import { brew, type Cup, createClient, type GreenPage, listGreens, listGreensPages } from "./src/green-teas.js";
import { createTags, type Status } from "./src/index.js";
import type { Spare } from "./src/schemas.js";
import { getStatus as getStatusAlone } from "./src/status.js";
import { listHooks } from "./src/webhooks-2.js";

const client = createClient();
const page = await listGreens(client);
if (page.ok) page.data satisfies GreenPage;
for await (const green of listGreensPages(client).items()) green.name satisfies string;

// An operation of several tags is the same from each of them, and its types are there.
brew satisfies typeof brewAnywhere;
const cup: Cup = { size: 2, from: { country: "JP" } };
await brew(client, { path: { name: "sencha" }, body: cup });

// Clients of all entries are the same.
await getStatus(client);
await getStatusAlone(createAnywhere());
await listHooks(client);

const tags = createTags();
const status = await tags.getStatus();
if (status.ok) status.data satisfies Status;
export type Unmentioned = Spare;

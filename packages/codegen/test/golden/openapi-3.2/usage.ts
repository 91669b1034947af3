import { createTeas } from "./src/index.js";
import { copyTeas, createClient, type Drink, findTeas } from "./src/teas.js";

const client = createClient({ credentials: { token: "secret" } });

// A query string that is a form is its members, and QUERY has a body.
const found = await findTeas(client, {
  query: { kind: "green", origins: ["JP"], price: { most: 5 } },
  body: { words: "sencha" },
});
if (found.ok) for (const drink of found.data) drink.kind satisfies string | undefined;
// @ts-expect-error A query string has the members that its schema names.
await findTeas(client, { query: { colour: "green" }, body: { words: "sencha" } });

// Methods that OpenAPI has no key for.
const copied = await copyTeas(client);
if (copied.ok) copied.status satisfies 204;

// What nothing is mapped to has any value, or none.
const other: Drink = { words: "mate" };
const green: Drink = { kind: "green", name: "Sencha" };

// A tag that is no group of operations makes no subpath, and its operations are where their other tags are.
const teas = createTeas({ credentials: { token: "secret" } });
teas.findTeas satisfies (input: { body: { words: string } }) => unknown;
export type Both = readonly [typeof other, typeof green];

import { createTeas, type Fault, type Tea } from "./src/index.js";

const teas = createTeas({ credentials: { login: { username: "ann", password: "secret" } } });

const listed = await teas.listTeas({ query: { limit: 10, kinds: ["green"], origins: ["JP", "CN"] } });
if (listed.ok) {
  listed.data satisfies Tea[];
  listed.headers["X-State"] satisfies "open" | "closed" | undefined;
} else if (listed.status === "default") listed.error satisfies Fault;

await teas.addTea({ body: { kind: "Green", name: "Sencha", note: null } });
// @ts-expect-error A body in "parameters" of the document is required where that says so.
await teas.addTea({});

await teas.putPicture({ path: { name: "sencha" }, body: { picture: new Blob(["…"]), words: ["green"] } });
const picture = await teas.getPicture({ path: { name: "sencha" } });
if (picture.ok) picture.data satisfies Blob;

const fault: Fault = { message: null, raw: { any: 1 } };
const ports: Fault["more"] = { "80/tcp": {} };
// @ts-expect-error The only value that is listed is an object without members.
const wrong: Fault["more"] = { "80/tcp": { a: 1 } };
export type Raw = readonly [(typeof fault)["raw"], typeof ports, typeof wrong];

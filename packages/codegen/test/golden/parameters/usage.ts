import { createClient, ping } from "./src/functions.js";
import { createParameters } from "./src/index.js";

const api = createParameters();

await api.ping();
await api.ping({}, { timeout: 10 });
await api.ping(undefined, { timeout: 10 });
await ping(createClient(), {}, { signal: new AbortController().signal });
await api.listRooms();
await api.listRooms({ query: { q: "a" } }, { signal: new AbortController().signal });
const path = { room: "r", seat: 1 };
await api.getSeat({
  path,
  query: { at: "2026-01-01T00:00:00Z", row: ["front"], filter: { free: true } },
  cookie: { session: "s" },
});

// @ts-expect-error - nothing is taken
await api.ping({ query: {} }, {});
// @ts-expect-error - an option in the place of the input
await api.ping({ signal: new AbortController().signal });
// @ts-expect-error - the input is missing
await api.getSeat();
// @ts-expect-error - a required group is missing
await api.getSeat({ path, query: { at: "" } });
// @ts-expect-error - a required parameter is missing
await api.getSeat({ path: { room: "r" }, query: { at: "" }, cookie: { session: "s" } });
// @ts-expect-error - the operation's parameter replaces that of the path item
await api.getSeat({ path: { room: "r", seat: "1" }, query: { at: "" }, cookie: { session: "s" } });
// @ts-expect-error - not one of the values
await api.getSeat({ path, query: { at: "", row: ["middle"] }, cookie: { session: "s" } });
// @ts-expect-error - a parameter that OpenAPI ignores
await api.getSeat({ path, query: { at: "" }, cookie: { session: "s" }, header: { Accept: "text/plain" } });
// @ts-expect-error - a misspelt parameter
await api.listRooms({ query: { Q: "a" } });
// @ts-expect-error - a misspelt group
await api.listRooms({ querry: {} });
// @ts-expect-error - an option that there is not
await api.listRooms({}, { timeOut: 1 });
// @ts-expect-error - an option of the client that there is not
createParameters({ baseURL: "" });

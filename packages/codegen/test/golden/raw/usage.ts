import { createClient } from "./src/functions.js";
import { createRaw as createTeas } from "./src/index.js";
import { type components, createRaw, type operations, type paths } from "./src/raw.js";

const raw = createRaw(createClient({ credentials: { key: "k" } }));
const { data } = await raw.GET("/teas/{name}", { params: { path: { name: "sencha" } } });
data?.name satisfies string | undefined;
data?.kind satisfies "green" | "black" | undefined;
({ name: "sencha", range: [1, 2] }) satisfies components["schemas"]["Tea"];
({ weight: 1 }) satisfies components["schemas"]["Blend"];
// @ts-expect-error - what is required of one that may be null
({}) satisfies components["schemas"]["Blend"];

// @ts-expect-error - a path that the document does not have
await raw.GET("/cups");
// @ts-expect-error - a parameter is missing
await raw.GET("/teas/{name}");

export type Everything = [paths["/teas/{name}"]["get"], operations["getTea"]];
// @ts-expect-error - a client has no member for it
createTeas({ credentials: { key: "k" } }).raw;

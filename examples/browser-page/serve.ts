/** Serves the page on this machine, until Ctrl-C. A mock server lets pages of this machine read its answers (CORS). */
import { once } from "node:events";
import { startSite } from "./site.js";

const site = await startSite();
console.log(`${site.url} (Ctrl-C ends it)`);
await once(process, "SIGINT");
await site.close();

/**
 * What the runtime costs: bytes in a bundle, and time in a call, beside raw fetch, openapi-fetch, hey-api's generated client, ky and axios.
 * Installs the competitors into a folder of the system's temporary files. Needs built packages: `npm run build`.
 */

import { prepareCompetitors } from "./runtime-contenders.js";
import { printOverhead } from "./runtime-overhead.js";
import { printSizes } from "./runtime-size.js";

prepareCompetitors();
await printSizes();
await printOverhead();

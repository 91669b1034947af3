import { createTins } from "./server-variable-undeclared/index.js";

await createTins({ server: { tenant: "acme" } }).listTins();
// @ts-expect-error it has no default
createTins({});

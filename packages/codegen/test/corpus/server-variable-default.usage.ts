import { createTins } from "./server-variable-default/index.js";

createTins({});
createTins({ server: { region: "world" } });
createTins({ server: { region: "eu" } });
// @ts-expect-error it is none of the values
createTins({ server: { region: "moon" } });

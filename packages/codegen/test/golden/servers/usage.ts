import { createServers } from "./src/index.js";

createServers({ server: { tenant: "a" } });
createServers({ server: { tenant: "a", stage: "test" } });
createServers({ baseUrl: "https://example.com" });

// @ts-expect-error - neither
createServers({});
// @ts-expect-error - a variable that has to be given
createServers({ server: { stage: "test" } });
// @ts-expect-error - not one of the values
createServers({ server: { tenant: "a", stage: "beta" } });

import { createServerVariables } from "./src/index.js";

createServerVariables();
createServerVariables({ server: { stage: "test" } });

// @ts-expect-error - not one of the values
createServerVariables({ server: { stage: "beta" } });

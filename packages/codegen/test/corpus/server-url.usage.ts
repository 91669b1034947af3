import { createTins } from "./server-url/index.js";

createTins({});

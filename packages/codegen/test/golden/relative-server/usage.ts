import { createRelativeServer } from "./src/index.js";

createRelativeServer({ baseUrl: "https://example.com/data" });

// @ts-expect-error - the document does not say where the API is
createRelativeServer();
// @ts-expect-error - nor here
createRelativeServer({});

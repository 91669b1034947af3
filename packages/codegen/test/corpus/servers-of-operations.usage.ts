import { createCrates } from "./servers-of-operations/index.js";

createCrates();
createCrates({ baseUrls: { "https://uploads.example.com": "http://127.0.0.1:4010" } });
// @ts-expect-error there is no such server
createCrates({ baseUrls: { "https://upload.example.com": "http://127.0.0.1:4010" } });

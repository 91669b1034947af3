import { createTins, type Record as Documented, type Error as DocumentedError } from "./name-schema-standard/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const record: Documented = {};
const result = await tins.addTin({ body: record });
if (result.ok && result.contentType === "application/json") result.data satisfies DocumentedError;
export const globals: [Record<string, string>, Blob, Promise<number>] = [{}, new Blob(), Promise.resolve(1)];

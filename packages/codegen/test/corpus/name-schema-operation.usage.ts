import { createTins } from "./name-schema-operation/index.js";
import type { 缶Model } from "./name-schema-operation/schemas.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.缶();
export const word: 缶Model = "";

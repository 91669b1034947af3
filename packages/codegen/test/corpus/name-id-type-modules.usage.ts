import type { componentTypes, operationTypes, pathTypes } from "./name-id-type-modules/index.js";
import { createTins } from "./name-id-type-modules/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.paths();
await tins.operations();
export type All = [pathTypes["/0"], operationTypes["paths"], componentTypes["schemas"]["Tin"]];

import type { Thing } from "./src/index.js";

export const thing: Thing = { name: null, kind: null, parent: { name: "a" }, list: null, positive: 1 };
// @ts-expect-error - null is not allowed here
export const missing: Thing = { name: "a", positive: null };

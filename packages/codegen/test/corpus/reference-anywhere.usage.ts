import { createTins, type ListTins200First } from "./reference-anywhere/index.js";

const tins = createTins({ baseUrl: "https://tins.example.com" });
const body: ListTins200First = { label: "tea" };
const added = await tins.addTin({ query: { size: "small" }, body });
if (added.ok) added.data.first.label.toUpperCase();
// @ts-expect-error the size is one of those that the other operation has
await tins.addTin({ query: { size: "huge" }, body });

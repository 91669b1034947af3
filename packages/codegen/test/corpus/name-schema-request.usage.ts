import { createTins, type TinRequest, type TinRequest2 } from "./name-schema-request/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const body: TinRequest2 = {};
const result = await tins.putTin({ body });
if (result.ok) result.data.id satisfies string;
export const other: TinRequest = "a";

import { createTins, type TinRequest2 } from "./name-schema-request/index.js";
import type { TinRequest } from "./name-schema-request/schemas.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const body: TinRequest2 = {};
const result = await tins.putTin({ body });
if (result.ok) result.data.id satisfies string;
export const other: TinRequest = "a";

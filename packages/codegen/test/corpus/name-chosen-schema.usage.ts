import { createTins, type TinNumber } from "./name-chosen-schema/index.js";
import type { string as Lid, Tin, TinError } from "./name-chosen-schema/schemas.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const result = await tins.getTin();
if (result.ok) result.data satisfies TinNumber;
export const words: [Tin, TinError, Lid] = ["", "", ""];

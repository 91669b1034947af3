import { createTins, type string as Lid, type Tin, type TinError, type TinNumber } from "./name-chosen-schema/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const result = await tins.getTin();
if (result.ok) result.data satisfies TinNumber;
export const words: [Tin, TinError, Lid] = ["", "", ""];

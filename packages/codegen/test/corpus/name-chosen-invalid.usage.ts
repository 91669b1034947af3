import { createTins } from "./name-chosen-invalid/index.js";
import type { Lid, Tin } from "./name-chosen-invalid/schemas.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getA();
await tins.getB();
await tins.getC();
await tins.getD();
export const words: [Tin, Lid] = ["", ""];

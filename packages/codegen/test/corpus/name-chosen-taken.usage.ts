import { createTins } from "./name-chosen-taken/index.js";
import type { Lid, Tin } from "./name-chosen-taken/schemas.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getA();
await tins.getB();
await tins.getOne();
await tins.getD();
export const words: [Tin, Lid] = ["", 1];

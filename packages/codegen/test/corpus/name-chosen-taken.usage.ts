import { createTins, type Lid, type Tin } from "./name-chosen-taken/index.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
await tins.getA();
await tins.getB();
await tins.getOne();
await tins.getD();
export const words: [Tin, Lid] = ["", 1];

import { createTins, type XTinHeaders2, type XTinHeaders3 } from "./name-schema-headers/index.js";
import type { XTinHeaders } from "./name-schema-headers/schemas.js";

const tins = createTins({ baseUrl: "https://api.example.com" });
const result = await tins.getTin();
if (result.ok) result.headers["X-Tin"] satisfies number | undefined;
export const words: [XTinHeaders, XTinHeaders2, XTinHeaders3] = ["", {}, {}];

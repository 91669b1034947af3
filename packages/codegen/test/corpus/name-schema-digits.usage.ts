import type { _4xxMessage, ApiV1Tin, V1Tin } from "./name-schema-digits/schemas.js";

export const words: [_4xxMessage, V1Tin, ApiV1Tin] = ["", "", ""];

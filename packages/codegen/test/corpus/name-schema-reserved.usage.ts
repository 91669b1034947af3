import type { Any, Class, Default, Delete, Paths, String as Text } from "./name-schema-reserved/schemas.js";

export const words: [Default, Delete, Class, Text, Any, Paths] = ["", "", "", "", "", ""];

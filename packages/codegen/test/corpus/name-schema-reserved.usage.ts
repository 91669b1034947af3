import type { Any, Class, Default, Delete, Paths, String as Text } from "./name-schema-reserved/index.js";

export const words: [Default, Delete, Class, Text, Any, Paths] = ["", "", "", "", "", ""];

import type { Schema, SchemaModel } from "./name-schema-unusable/index.js";

export const first: Schema = "a";
export const second: SchemaModel = 1;

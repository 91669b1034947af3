import type { Schema, SchemaModel } from "./name-schema-unusable/schemas.js";

export const first: Schema = "a";
export const second: SchemaModel = 1;

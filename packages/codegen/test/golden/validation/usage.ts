import { createPantry } from "./src/index.js";
import {
  answers,
  calls,
  type GetJarInputSchema,
  GetJarResultSchemas,
  type Jar,
  type JarEmptyEventSchema,
  type JarRequest,
  type JarRequestSchema,
  JarSchema2,
} from "./src/schemas.js";

createPantry({ validate: answers });
createPantry({ validate: calls });
// @ts-expect-error What is handed in is a function.
createPantry({ validate: "answers" });

/** What a Standard Schema gives to those who take one. */
type Output<Own extends { readonly "~standard": { readonly types?: { readonly output: unknown } | undefined } }> =
  NonNullable<Own["~standard"]["types"]>["output"];

export const jar = (value: Output<typeof JarSchema2>): Jar => value;
export const sent = (value: Output<typeof JarRequestSchema>): JarRequest => value;
// @ts-expect-error What is sent has no id.
export const id = (value: Output<typeof JarRequestSchema>): string => value.id;
export const label = (value: Output<(typeof GetJarResultSchemas)[200]>): string =>
  typeof value === "string" ? value : value.label;
export const key = (value: Output<typeof GetJarInputSchema>): string => value.path.jarId;
export const event = (value: Output<typeof JarEmptyEventSchema>): Jar => value;
// @ts-expect-error There is no such answer.
export const none: unknown = GetJarResultSchemas[500];

const result = JarSchema2["~standard"].validate({});
if (result.issues === undefined) console.log(result.value.label);
else for (const { message, path } of result.issues) console.log(path.join("."), message);

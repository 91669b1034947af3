import type { Json, JsonObject } from "@facsimile/document";
import { registerSchema, type SchemaObject, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { type Judge, judgeOfBoth, mapped, rootsOf, type Schemas } from "./judging.js";
import { inNewWords } from "./new-words.js";
import type { Dialect } from "./random-schemas.js";

/** What Hyperjump says of values: it walks through schemas, where Ajv makes code of them, and shares nothing with it. */
export async function secondJudgeOf(dialect: Dialect, components: Schemas): Promise<Judge> {
  const modern = dialect === "3.0" ? mapped(components, inNewWords) : components;
  const { open, closed } = rootsOf(modern, "Subject");
  return judgeOfBoth(await compile(open), await compile(closed));
}

const address = "https://things.example/subject";

async function compile(schema: JsonObject): Promise<(value: Json) => boolean> {
  // A schema is registered as JSON that nobody else changes.
  registerSchema(schema as SchemaObject, address, "https://json-schema.org/draft/2020-12/schema");
  try {
    const validator = await validate(address);
    // The validator's own type of JSON has lists that could be changed; it changes none.
    return (value) => validator(value as Parameters<typeof validator>[0]).valid;
  } finally {
    unregisterSchema(address);
  }
}

import type { Json, Parameter, Schemas } from "@facsimile/document";
import { schemaFacts } from "./types/facts.js";

/** What there is to say about a parameter, beyond its type. */
export function parameterBlocks(schemas: Schemas, { description, schema }: Parameter): readonly (string | undefined)[] {
  // The schemas of a document that was loaded are JSON.
  const facts = schemaFacts(schemas.keywords(schema.json as Json));
  return [description, facts.length === 0 ? undefined : `${facts.join(". ")}.`];
}

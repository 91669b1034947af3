import type { Json, MediaType, Schema } from "@facsimile/document";
import { codeSpan } from "../markdown.js";
import { propertyTable } from "./property-rows.js";
import type { PageScope } from "./reference-scope.js";
import { schemaWords } from "./schema-words.js";

/** What a body holds, by media type, with the properties of those that have no page of their own. */
export function contentParts(scope: PageScope, content: readonly MediaType[]): readonly string[] {
  return content.flatMap((mediaType) => {
    const words = mediaTypeWords(scope, mediaType);
    const properties = mediaType.schema?.component === undefined ? propertiesOf(scope, mediaType.schema) : undefined;
    return [`${codeSpan(mediaType.name)}: ${words}`, ...(properties === undefined ? [] : [properties])];
  });
}

/** The same as one line. */
export function contentLine(scope: PageScope, content: readonly MediaType[]): string {
  return content.map((one) => `${codeSpan(one.name)}: ${mediaTypeWords(scope, one)}`).join(", ");
}

function mediaTypeWords(scope: PageScope, { schema, itemSchema, stream }: MediaType): string {
  if (stream !== undefined) {
    const items = stream.items.map((item) => wordsOf(scope, item.schema));
    return `a stream of ${[...new Set(items)].join(" or ") || "items"}`;
  }
  return itemSchema === undefined ? wordsOf(scope, schema) : `a sequence of ${wordsOf(scope, itemSchema)}`;
}

function wordsOf(scope: PageScope, schema: Schema | undefined): string {
  // The schemas of a document that was loaded are JSON.
  return schema === undefined ? "any value" : schemaWords(scope, schema.json as Json);
}

function propertiesOf(scope: PageScope, schema: Schema | undefined): string | undefined {
  return schema && propertyTable(scope, { value: schema.json as Json, pointer: schema.pointer });
}

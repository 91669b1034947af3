import {
  type Api,
  child,
  type JsonObject,
  type MediaType,
  type Operation,
  referencesIn,
  referenceTarget,
  valueAt,
} from "@facsimile/document";

/** The operations that use a component, in either direction, in the order of the document. */
export interface Users {
  readonly inRequests: readonly Operation[];
  readonly inResponses: readonly Operation[];
}

export function usersOf(document: JsonObject, api: Api, name: string): Users {
  const component = child("/components/schemas", name);
  const uses = (content: readonly MediaType[]): boolean =>
    content.some(({ schema }) => reaches(document, schema?.json, component));
  return {
    inRequests: api.operations.filter(({ requestBody }) => uses(requestBody?.content ?? [])),
    inResponses: api.operations.filter(({ responses }) => responses.some(({ content }) => uses(content))),
  };
}

/** Whether a schema refers to what is at a pointer, itself or through others. */
function reaches(document: JsonObject, schema: unknown, wanted: string): boolean {
  const seen = new Set<string>();
  const pending = targetsIn(schema);
  for (let pointer = pending.pop(); pointer !== undefined; pointer = pending.pop()) {
    if (pointer === wanted) return true;
    if (seen.has(pointer)) continue;
    seen.add(pointer);
    pending.push(...targetsIn(valueAt(document, pointer)));
  }
  return false;
}

function targetsIn(schema: unknown): string[] {
  return referencesIn(schema).flatMap(($ref) => referenceTarget({ $ref }) ?? []);
}

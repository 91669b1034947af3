import { type Api, child, type JsonObject, type MediaType, type Operation, valueAt } from "@facsimile/document";
import { isObject, resolve } from "../document/pointer.js";

/** The operations that use a component, in either direction, in the order of the document. */
export interface Users {
  readonly inRequests: readonly Operation[];
  readonly inResponses: readonly Operation[];
}

export function usersOf(document: JsonObject, api: Api, name: string): Users {
  const component = resolve(document, valueAt(document, child("/components/schemas", name)));
  const uses = (content: readonly MediaType[]): boolean =>
    content.some(({ schema }) => reaches(document, schema?.json, component, new Set()));
  return {
    inRequests: api.operations.filter(({ requestBody }) => uses(requestBody?.content ?? [])),
    inResponses: api.operations.filter(({ responses }) => responses.some(({ content }) => uses(content))),
  };
}

function reaches(document: JsonObject, node: unknown, wanted: unknown, seen: Set<unknown>): boolean {
  if (Array.isArray(node)) return node.some((item) => reaches(document, item, wanted, seen));
  if (!isObject(node)) return false;
  const resolved = resolve(document, node);
  if (resolved === wanted) return true;
  if (seen.has(resolved) || !isObject(resolved)) return false;
  seen.add(resolved);
  return Object.values(resolved).some((value) => reaches(document, value, wanted, seen));
}

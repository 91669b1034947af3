import { type Api, child, type Document, isObject, type Json, valueAt } from "@facsimile/document";
import type { Origin, Placer } from "./found.js";

/** Says where a document describes what its package declares: as near as can be told. */
export function documentPlacer(document: Document, { schemaTypes }: Api): Placer {
  const components = new Map(
    schemaTypes.flatMap(({ component, name, requestName }) => [
      [requestName, component],
      [name, component],
    ]),
  );
  return (origin) => {
    const pointer = pointerOf(document, origin, components);
    return pointer === undefined ? undefined : document.locate(pointer);
  };
}

function pointerOf(document: Document, origin: Origin, components: ReadonlyMap<string, string>): string | undefined {
  if (origin.request !== undefined) return operationPointer(document, origin.request, origin);
  const component = origin.name === undefined ? undefined : components.get(origin.name);
  if (component === undefined) return undefined;
  return schemaPointer(document, pointerTo("components", "schemas", component), origin.path);
}

function pointerTo(...keys: readonly string[]): string {
  return keys.reduce((pointer, key) => child(pointer, key), "");
}

function operationPointer(document: Document, request: string, { path, status }: Origin): string {
  const at = request.indexOf(" ");
  const item = pointerTo("paths", request.slice(at + 1));
  const operation = child(item, request.slice(0, at).toLowerCase());
  const [start, place, name] = path;
  if (start === "input" && place === "body") return child(operation, "requestBody");
  if (start === "input" && place !== undefined && name !== undefined)
    return parameterPointer(document, [operation, item], place, name) ?? operation;
  if (status === undefined) return operation;
  return child(child(operation, "responses"), status.replaceAll('"', ""));
}

function parameterPointer(
  document: Document,
  owners: readonly string[],
  place: string,
  name: string,
): string | undefined {
  for (const owner of owners) {
    const pointer = child(owner, "parameters");
    const list = valueAt(document.json, pointer);
    const index = Array.isArray(list) ? list.findIndex((one: Json) => isParameter(one, place, name)) : -1;
    if (index >= 0) return child(pointer, String(index));
  }
  return undefined;
}

function isParameter(value: Json, place: string, name: string): boolean {
  return isObject(value) && value.in === place && value.name === name;
}

/** Follows the path through properties and items, as far as the schema states them itself. */
function schemaPointer(document: Document, component: string, path: readonly string[]): string {
  let pointer = component;
  for (const step of path) {
    const next = step === "[]" ? child(pointer, "items") : child(child(pointer, "properties"), step);
    if (valueAt(document.json, next) === undefined) return pointer;
    pointer = next;
  }
  return pointer;
}

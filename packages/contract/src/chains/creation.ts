import {
  type Api,
  isObject,
  type JsonObject,
  type Operation,
  type Parameter,
  resolveValue,
  valueAt,
} from "@facsimile/document";
import { answerUse, thingPlace } from "./answer-shape.js";
import { keyOf } from "./path-key.js";
import type { Creation } from "./thing.js";

interface Wanted {
  readonly key: string;
  readonly base: string;
  readonly parameter: Parameter;
  readonly names: readonly string[];
}

/**
 * What creates things of a path, and where it says which: an operation with a link to what takes them, or else POST to the path before the
 * parameter, or else PUT to the thing itself.
 */
export function creationOf(document: JsonObject, api: Api, wanted: Wanted): Creation | undefined {
  const linked = linkedCreation(document, api, wanted);
  if (linked !== undefined) return linked;
  const at = (method: string, key: string): Operation | undefined =>
    api.operations.find((one) => one.method === method && keyOf(one.path) === key);
  const post = at("post", wanted.base);
  if (post !== undefined) {
    const place = thingPlace(document, answerUse(post), wanted.names);
    const identifier =
      place === undefined
        ? ({ from: "location" } as const)
        : ({ from: "body", path: [...place.path, place.identifier] } as const);
    return { operation: post, identifier };
  }
  const put = at("put", wanted.key);
  const isFound = at("get", wanted.key) ?? at("get", wanted.base);
  return put === undefined || isFound === undefined ? undefined : { operation: put, identifier: { from: "caller" } };
}

function linkedCreation(document: JsonObject, api: Api, { key, parameter }: Wanted): Creation | undefined {
  for (const operation of api.operations.filter(({ method }) => method === "post")) {
    for (const { name, link } of linksOf(document, operation)) {
      const target = targetOf(document, api, link);
      if (target === undefined || (keyOf(target.path) !== key && !keyOf(target.path).startsWith(`${key}/`))) continue;
      const given = isObject(link.parameters) ? link.parameters : {};
      const expression = given[parameter.name] ?? given[`path.${parameter.name}`];
      if (typeof expression === "string" && expression.startsWith("$response."))
        return { operation, identifier: { from: "link", name, expression } };
    }
  }
  return undefined;
}

interface NamedLink {
  readonly name: string;
  readonly link: JsonObject;
}

function linksOf(document: JsonObject, { responses }: Operation): readonly NamedLink[] {
  return responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ pointer }) => {
      const links = resolveValue(document, valueAt(document, `${pointer}/links`));
      return Object.entries(isObject(links) ? links : {}).flatMap(([name, value]) => {
        const link = resolveValue(document, value);
        return isObject(link) ? [{ name, link }] : [];
      });
    });
}

function targetOf(document: JsonObject, api: Api, { operationId, operationRef }: JsonObject): Operation | undefined {
  if (typeof operationId === "string") return api.operations.find(({ id }) => id === operationId);
  if (typeof operationRef !== "string" || !operationRef.startsWith("#/")) return undefined;
  const wanted = valueAt(document, decoded(operationRef.slice(1)));
  return api.operations.find(({ pointer }) => valueAt(document, pointer) === wanted);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

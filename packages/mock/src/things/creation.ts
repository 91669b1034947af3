import {
  type Api,
  isObject,
  type JsonObject,
  type Operation,
  type Parameter,
  resolveValue,
  schemasOf,
  valueAt,
} from "@facsimile/document";
import { useOf } from "@facsimile/samples";
import { decoded } from "../wire/decoded.js";
import { answerUse, thingPlace } from "./answer-shape.js";
import { keyOf } from "./path-key.js";
import type { Creation } from "./thing.js";

interface Wanted {
  readonly key: string;
  readonly base: string;
  readonly parameter: Parameter;
  readonly names: readonly string[];
}

/** What creates the things of a document. */
export interface Creations {
  /**
   * What creates things of a path, and where it says which: an operation with a link to what takes them, or else POST to the path before the
   * parameter or to `create` below it, or else PUT to the thing itself.
   */
  of(wanted: Wanted): Creation | undefined;
}

export function creationsOf(document: JsonObject, api: Api, at: At): Creations {
  const links = api.operations
    .filter(({ method }) => method === "post")
    .flatMap((operation) => linksOf(document, operation).map((link) => ({ ...link, operation })))
    .flatMap((link) => {
      const target = targetOf(document, api, link.link);
      return target === undefined ? [] : [{ ...link, target: keyOf(target.path) }];
    });
  return { of: (wanted) => linkedCreation(links, wanted) ?? creationByPath(document, at, wanted) };
}

/** The operation at a path, by its key, with a method. */
type At = (key: string, method: string) => Operation | undefined;

function creationByPath(document: JsonObject, at: At, wanted: Wanted): Creation | undefined {
  const post = at(wanted.base, "post") ?? at(`${wanted.base}/create`, "post");
  if (post !== undefined) {
    const place = thingPlace(document, answerUse(post), wanted.names);
    const identifier =
      place === undefined
        ? ({ from: "location" } as const)
        : ({ from: "body", path: [...place.path, place.identifier] } as const);
    return { operation: post, identifier };
  }
  const put = at(wanted.key, "put");
  const isFound = at(wanted.key, "get") ?? at(wanted.base, "get");
  // Numbers are given by servers.
  const isText = schemasOf(document).typesOf(useOf(wanted.parameter.schema))?.includes("string") !== false;
  if (put === undefined || isFound === undefined || !isText) return undefined;
  return { operation: put, identifier: { from: "caller" } };
}

interface FollowedLink extends NamedLink {
  readonly operation: Operation;
  /** The key of the path that it leads to. */
  readonly target: string;
}

function linkedCreation(links: readonly FollowedLink[], { key, parameter }: Wanted): Creation | undefined {
  for (const { name, link, operation, target } of links) {
    if (target !== key && !target.startsWith(`${key}/`)) continue;
    const given = isObject(link.parameters) ? link.parameters : {};
    const expression = given[parameter.name] ?? given[`path.${parameter.name}`];
    if (typeof expression === "string" && expression.startsWith("$response."))
      return { operation, identifier: { from: "link", name, expression } };
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

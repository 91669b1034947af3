import { followReferences } from "@facsimile/document";
import { child, isList, isObject, type Json, type JsonObject, valueAt } from "./json.js";

/** A part of the document that may be written elsewhere and referred to. */
export interface Part {
  /** Where it is used. */
  readonly at: string;
  /** Where it is written; the same, where there is no reference. */
  readonly pointer: string;
  readonly node: JsonObject;
}

export interface SpecParameter extends Part {
  readonly name: string;
  readonly in: string;
}

export interface SpecResponse extends Part {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
}

/** One way to be allowed a call: all of its schemes together. */
export interface Alternative {
  readonly pointer: string;
  readonly schemes: readonly string[];
}

export interface SpecOperation {
  readonly pointer: string;
  readonly node: JsonObject;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly SpecParameter[];
  readonly body: Part | undefined;
  readonly responses: readonly SpecResponse[];
  readonly security: readonly Alternative[];
  /** The servers of the operation or of its path item, in the place of the document's. */
  readonly servers: readonly OwnServer[];
}

export interface OwnServer {
  readonly pointer: string;
  readonly url: string;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** Every operation of a document, with what it takes from its path item and from the document itself. */
export function operationsOf(json: JsonObject): readonly SpecOperation[] {
  const paths = isObject(json.paths) ? json.paths : {};
  return Object.keys(paths).flatMap((path) => {
    const item = resolve(json, child("/paths", path));
    return methods.flatMap((method) => {
      const node = item.node[method];
      return isObject(node) ? [operationOf(json, item, method, path, node)] : [];
    });
  });
}

function operationOf(json: JsonObject, item: Part, method: string, path: string, node: JsonObject): SpecOperation {
  const pointer = child(item.pointer, method);
  const responses = isObject(node.responses) ? Object.keys(node.responses) : [];
  return {
    pointer,
    node,
    method: method.toUpperCase(),
    path,
    parameters: parametersOf(json, item, pointer, node),
    body: node.requestBody === undefined ? undefined : resolve(json, child(pointer, "requestBody")),
    responses: responses.map((status) => ({ ...resolve(json, child(pointer, "responses", status)), status })),
    security:
      node.security === undefined
        ? alternatives(json.security, "/security")
        : alternatives(node.security, child(pointer, "security")),
    servers: [
      ...serversAt(node.servers, child(pointer, "servers")),
      ...serversAt(item.node.servers, child(item.pointer, "servers")),
    ],
  };
}

/** A parameter of the operation takes the place of one of the path item with the same name and place. */
function parametersOf(json: JsonObject, item: Part, pointer: string, node: JsonObject): readonly SpecParameter[] {
  const own = parameterList(json, node.parameters, child(pointer, "parameters"));
  const shared = parameterList(json, item.node.parameters, child(item.pointer, "parameters"));
  return [...own, ...shared.filter((one) => !own.some((other) => other.name === one.name && other.in === one.in))];
}

function parameterList(json: JsonObject, list: Json | undefined, pointer: string): readonly SpecParameter[] {
  return (isList(list) ? list : []).map((_, index) => {
    const part = resolve(json, child(pointer, index));
    return { ...part, name: String(part.node.name ?? ""), in: String(part.node.in ?? "") };
  });
}

function alternatives(list: Json | undefined, pointer: string): readonly Alternative[] {
  return (isList(list) ? list : []).map((alternative, index) => {
    return { pointer: child(pointer, index), schemes: isObject(alternative) ? Object.keys(alternative) : [] };
  });
}

function serversAt(list: Json | undefined, pointer: string): readonly OwnServer[] {
  return (isList(list) ? list : []).map((server, index) => ({
    pointer: child(pointer, index, "url"),
    url: isObject(server) ? String(server.url) : "",
  }));
}

/** True for the statuses 200 to 299, one by one or as `2XX`. */
export function isSuccess(status: string): boolean {
  return /^2(\d\d|XX)$/i.test(status);
}

/** Statuses whose answers have no content, whatever they are about (RFC 9110, 15.3.5 and 15.3.6). */
export const emptyStatuses: ReadonlySet<string> = new Set(["204", "205"]);

/** True for the media types of forms, whose fields documentation may list as parameters. */
export function isForm(type: string): boolean {
  return /^(multipart\/|application\/x-www-form-urlencoded)/.test(type);
}

/** The names in the braces of a path or of the address of a server. */
export function templateNames(template: string): readonly string[] {
  return [...template.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
}

/** Follows the references from a place to where the part is written. */
export function resolve(json: JsonObject, at: string): Part {
  const way = followReferences(json, { value: valueAt(json, at) ?? {}, pointer: at });
  const { value, pointer } = way?.at(-1) ?? { value: {}, pointer: at };
  return { at, pointer, node: isObject(value) ? value : {} };
}

/** The media types of a body or a response, and where each is written. */
export function contentOf(part: Part): readonly { readonly type: string; readonly pointer: string }[] {
  const content = part.node.content;
  return Object.keys(isObject(content) ? content : {}).map((type) => ({
    type,
    pointer: child(part.pointer, "content", type),
  }));
}

import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "@facsimile/document";
import { validRequest } from "../cases/valid-request.js";
import type { Argument, CaseRequest } from "../wire/case-request.js";
import type { Id } from "./identify.js";
import { bareName, isGeneric } from "./names.js";
import { keyOf } from "./path-key.js";
import type { Thing } from "./thing.js";

/** Which thing of each kind requests are about. */
export type Known = ReadonlyMap<string, { readonly thing: Thing; readonly id: Id }>;

/**
 * A request about things that the server has, in place of the examples' ones: in the parameters of its path, and in the properties of its body
 * that are called like the parameter of a thing. What a case is about stays as it is.
 */
export function bound(document: JsonObject, request: CaseRequest, known: Known): CaseRequest {
  if (known.size === 0) return request;
  const usual = validRequest(document, request.operation, "maximal");
  const isUsual = ({ parameter, value }: Argument): boolean =>
    usual.arguments.some((one) => one.parameter === parameter && isDeepStrictEqual(one.value, value));
  return {
    ...request,
    arguments: request.arguments.map((one) => {
      const id = idOf(request, one, known);
      return id === undefined || !isUsual(one) ? one : { ...one, value: id };
    }),
    body: boundBody(request, usual, known),
  };
}

/** The prefix of the path that ends with the parameter tells what it identifies. */
function idOf({ operation }: CaseRequest, { parameter }: Argument, known: Known): Id | undefined {
  if (parameter.in !== "path") return undefined;
  const end = operation.path.indexOf(`{${parameter.name}}`) + parameter.name.length + 2;
  return known.get(keyOf(operation.path.slice(0, end)))?.id;
}

function boundBody({ body }: CaseRequest, usual: CaseRequest, known: Known): CaseRequest["body"] {
  const usualValue = usual.body?.value;
  if (body === undefined || !isObject(body.value) || !isObject(usualValue)) return body;
  const ids = [...known.values()].filter(({ thing }) => !isGeneric(thing.parameter.name));
  const value = Object.fromEntries(
    Object.entries(body.value).map(([name, own]) => {
      const named = ids.find(({ thing }) => bareName(thing.parameter.name) === bareName(name));
      const isFree = named !== undefined && typeof own === typeof named.id && isDeepStrictEqual(own, usualValue[name]);
      return [name, isFree ? named.id : own];
    }),
  );
  return { ...body, value };
}

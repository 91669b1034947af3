import { isDeepStrictEqual } from "node:util";
import { isObject, type Operation } from "@facsimile/document";
import type { Id, Thing } from "@facsimile/mock/things";
import { bareName, isGeneric, keyOf } from "@facsimile/mock/things";
import { validRequest } from "../cases/valid-request.js";
import type { ValueContext } from "../cases/value-context.js";
import type { Argument, CaseRequest } from "../wire/case-request.js";
import { mayCall } from "./may-call.js";

/** A thing that the server has. */
export interface KnownThing {
  readonly thing: Thing;
  readonly id: Id;
  /** Whether the run created it. What was there before is looked at and left alone. */
  readonly isOwn: boolean;
}

/** Which thing of each kind requests are about. */
export type Known = ReadonlyMap<string, KnownThing>;

/**
 * A request about things that the server has, in place of the examples' ones: in the parameters of its path, and in the properties of its body
 * that are called like the parameter of a thing. What a case is about stays as it is, and nothing that may change something is about a thing of others.
 *
 * @param isCreation Whether the operation creates a thing inside of another, which may be one of others.
 */
export function bound(context: ValueContext, request: CaseRequest, known: Known, isCreation: boolean): CaseRequest {
  if (known.size === 0) return request;
  const usual = usualRequest(context, request.operation);
  const isUsual = ({ parameter, value }: Argument): boolean =>
    usual.arguments.some((one) => one.parameter === parameter && isDeepStrictEqual(one.value, value));
  const path = request.operation.path;
  const found = request.arguments.map((one) => ({ one, known: thingOf(request, one, known) }));
  const last = [...found].sort((left, right) => placeIn(path, left.one) - placeIn(path, right.one)).at(-1);
  const mayBind = isCreation || mayCall(request.operation, false) || last?.known?.isOwn === true;
  return {
    ...request,
    arguments: found.map(({ one, known: thing }) =>
      thing === undefined || !isUsual(one) || !(mayBind || thing.isOwn) ? one : { ...one, value: thing.id },
    ),
    body: boundBody(request, usual, known),
  };
}

const usualRequests = new WeakMap<Operation, CaseRequest>();

/** The one that cases differ from. */
function usualRequest(context: ValueContext, operation: Operation): CaseRequest {
  const known = usualRequests.get(operation) ?? validRequest(context, operation, "maximal");
  usualRequests.set(operation, known);
  return known;
}

/** The prefix of the path that ends with the parameter tells what it identifies. */
function thingOf({ operation }: CaseRequest, argument: Argument, known: Known): KnownThing | undefined {
  const at = placeIn(operation.path, argument);
  const end = at + argument.parameter.name.length + 2;
  return at < 0 ? undefined : known.get(keyOf(operation.path.slice(0, end)));
}

/** Where a path has a parameter; negative where it is none of the path. */
function placeIn(path: string, { parameter }: Argument): number {
  return parameter.in === "path" ? path.indexOf(`{${parameter.name}}`) : -1;
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

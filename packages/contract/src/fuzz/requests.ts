import { isJson, type JsonObject, type Parameter } from "@facsimile/document";

import { useOf } from "@facsimile/samples";
import type { Arbitrary } from "fast-check";
import { mayCall } from "../chains/may-call.js";
import type { Argument, CaseRequest } from "../wire/case-request.js";
import { type FastCheck, ValueMaker } from "./values.js";

/** How many of a hundred parts of a body, and of a hundred parameters, are of any kind. */
const wildShare = 6;

/** Requests for an operation around a usual one: with what may be left out and what may be otherwise. */
export function requestsFor(fc: FastCheck, document: JsonObject, usual: CaseRequest): Arbitrary<CaseRequest> {
  const maker = new ValueMaker(fc, document);
  const { operation } = usual;
  const given = fc.tuple(...operation.parameters.map((one) => argumentFor(fc, maker, one, usual)));
  return fc
    .tuple(given, bodyFor(fc, maker, usual))
    .map(([values, body]) => ({ ...usual, arguments: values.flatMap((one) => one ?? []), body }));
}

function argumentFor(
  fc: FastCheck,
  maker: ValueMaker,
  parameter: Parameter,
  usual: CaseRequest,
): Arbitrary<Argument | undefined> {
  const known = usual.arguments.find((one) => one.parameter === parameter);
  const made = maker
    .of(useOf(parameter.schema), wildShare)
    .filter((value) => canTravel(parameter, value))
    .map((value): Argument | undefined => ({ parameter, value }));
  const least: Arbitrary<Argument | undefined> = fc.constant(parameter.required ? known : undefined);
  // An id that was made up may be somebody's.
  if (parameter.in === "path" && !mayCall(usual.operation, false)) return least;
  // A path that leads nowhere shows nothing of the operation.
  const weight = parameter.in === "path" ? 1 : 4;
  return fc.oneof({ withCrossShrink: true }, { arbitrary: least, weight: 6 }, { arbitrary: made, weight });
}

/** Headers carry visible ASCII, and a path has no place for nothing or for a step up. */
function canTravel({ in: place, mediaType }: Parameter, value: unknown): boolean {
  const parts = typeof value === "object" && value !== null ? Object.entries(value).flat() : [value];
  const texts = mediaType === undefined ? parts.map((part) => String(part)) : [JSON.stringify(value)];
  if (texts.some((text) => text.length > 2_000)) return false;
  if (place === "header") return texts.every((text) => /^[!-~](?:[ -~]*[!-~])?$/.test(text));
  if (place === "path") return texts.length > 0 && texts.every((text) => text !== "" && !/^\.+$/.test(text));
  return true;
}

function bodyFor(fc: FastCheck, maker: ValueMaker, usual: CaseRequest): Arbitrary<CaseRequest["body"]> {
  const { body, operation } = usual;
  const content = operation.requestBody?.content.find(({ name }) => name === body?.mediaType);
  if (body === undefined || content === undefined || !isJson(content.name)) return fc.constant(body);
  const isFree = content.schema === undefined;
  const values = isFree ? maker.wild : maker.of(useOf(content.schema), wildShare);
  const made = values.map((value): CaseRequest["body"] => ({ mediaType: body.mediaType, value }));
  if (operation.requestBody?.required === true) return made;
  return fc.oneof({ arbitrary: made, weight: 9 }, { arbitrary: fc.constant(undefined), weight: 1 });
}

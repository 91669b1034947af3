import type { JsonObject, Operation, Parameter, SchemaUse } from "@facsimile/document";
import { flatten, useOf } from "../values/flatten.js";
import { shapesOf } from "./meanings.js";
import type { StyledParameter } from "./text.js";

/** Which names of a query or of the cookies belong to a parameter. */
export function claimOf(document: JsonObject, operation: Operation, parameter: Parameter): (name: string) => boolean {
  if (parameter.mediaType !== undefined) return (candidate) => candidate === parameter.name;
  const others = operation.parameters.filter((other) => other !== parameter).map((other) => other.name);
  return namesOf(document, parameter, useOf(parameter.schema), new Set(others));
}

/**
 * Which names belong to a value that is written in a style.
 *
 * @param others those that belong to something else, where an object may have any name
 */
export function namesOf(
  document: JsonObject,
  { name, style, explode }: StyledParameter,
  use: SchemaUse,
  others: ReadonlySet<string> = new Set(),
): (name: string) => boolean {
  const isObject = shapesOf(document, use).includes("object");
  if (isObject && style === "deepObject")
    return (candidate) => candidate.startsWith(`${name}[`) && candidate.endsWith("]");
  if (!isObject || !explode) return (candidate) => candidate === name;
  const { properties, additional, isClosed } = flatten(document, use);
  const isMap = properties.size === 0 || (additional.length > 0 && !isClosed);
  return (candidate) => properties.has(candidate) || (isMap && !others.has(candidate));
}

import type { PlacedParameter } from "../facts/parameter-place.js";
import { parseType } from "../facts/parse-type.js";
import type { TypeExpression } from "../facts/type-expression.js";
import type { Building, Drafting } from "./drafting.js";

/**
 * The parameters in a query that are objects, where an operation has several and nothing states how they are written: in the usual way, without their own
 * names, no server could tell the properties of one from those of another.
 */
export function objectsInQuery(
  drafting: Drafting,
  operation: string,
  placed: readonly PlacedParameter[],
): ReadonlySet<string> {
  const { facts } = drafting;
  const objects = placed.filter(({ place, documented }) => {
    const isStated = facts.value("wire", "operation", operation, "parameter", documented, "collection-format");
    const type = facts.value("operation", operation, "parameter", documented, "type");
    return place === "query" && isStated === undefined && isObject(drafting, parseType(String(type ?? "any")));
  });
  return new Set(objects.length < 2 ? [] : objects.map(({ documented }) => documented));
}

function isObject(drafting: Drafting, type: TypeExpression): boolean {
  if (type.kind === "nullable") return isObject(drafting, type.of);
  if (type.kind === "model") return drafting.facts.value("model", type.name) === "object";
  return type.kind === "map" || (type.kind === "builtin" && type.name === "object");
}

/** The parameter with its own name before the names of its properties. */
export function toldApart(drafting: Drafting, { schema, ...parameter }: Building, pointer: string): Building {
  drafting.ask(pointer, "The page does not show how an object is written in a query, and there are several: is it so?");
  return {
    ...parameter,
    style: "deepObject",
    explode: true,
    "x-assumed": "The pages do not show how it is written: without its name, it could not be told from other objects.",
    schema: schema ?? {},
  };
}

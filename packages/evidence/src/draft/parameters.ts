import type { FactValue } from "../facts/fact.js";
import { type PlacedParameter, undeclaredNames } from "../facts/parameter-place.js";
import { child } from "../spec/json.js";
import { draftDefault } from "./default.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { objectsInQuery, toldApart } from "./query-objects.js";
import { draftSchema, withEnum } from "./schema.js";

/** The parameters of an operation that are no part of its body, with one for every name of the path. */
export function draftParameters(
  drafting: Drafting,
  operation: string,
  placed: readonly PlacedParameter[],
  pointer: string,
): readonly Building[] {
  const inUrl = placed.filter(({ place }) => place !== "body" && place !== "field");
  const alike = objectsInQuery(drafting, operation, placed);
  const drafted = inUrl.map((each, index) => {
    const parameter = draftParameter(drafting, operation, each, child(pointer, index));
    return alike.has(each.documented) ? toldApart(drafting, parameter, child(pointer, index)) : parameter;
  });
  const path = String(drafting.facts.value("operation", operation, "path") ?? "");
  const undeclared = undeclaredNames(path, placed).map((name, index) => {
    drafting.ask(
      child(pointer, drafted.length + index),
      `No parameter of the page is called like {${name}} in the path.`,
    );
    const assumed = "The path names it, and no page says more.";
    return {
      name,
      in: "path",
      required: true,
      description: `${words(name)}.`,
      "x-assumed": assumed,
      schema: { type: "string" },
    };
  });
  return [...drafted, ...undeclared];
}

function draftParameter(drafting: Drafting, operation: string, placed: PlacedParameter, pointer: string): Building {
  const { facts } = drafting;
  const { documented, place, isStated } = placed;
  const name = placed.name ?? drafting.likelyName(documented);
  const of = ["operation", operation, "parameter", documented];
  const required = facts.value(...of, "required");
  // In facts that were written by hand, names are those on the wire.
  const isWritten = drafting.family.name === "wire" && isStated;
  if (!isWritten && (!isStated || placed.name === undefined)) {
    drafting.ask(
      pointer,
      `The page shows the SDK's spelling: is "${name}" the name on the wire, and does it travel in the ${place}?`,
      "names",
    );
  }
  if (required === undefined && place !== "path")
    drafting.ask(pointer, "The page does not show whether it is required.");
  return {
    name,
    in: place,
    ...(place === "path" || required === true ? { required: true } : {}),
    ...(facts.value(...of, "deprecated") === true ? { deprecated: true } : {}),
    description: `${words(name)}.`,
    ...formatOf(facts.value("wire", "operation", operation, "parameter", documented, "collection-format")),
    schema: parameterSchema(drafting, operation, documented, name, child(pointer, "schema")),
  };
}

/** The schema of a parameter, or of a field of a form. */
export function parameterSchema(
  drafting: Drafting,
  operation: string,
  documented: string,
  name: string,
  pointer: string,
): Building {
  const { facts } = drafting;
  const of = ["operation", operation, "parameter", documented];
  const limits = (["minimum", "maximum"] as const).flatMap((limit) => {
    const value = facts.value("parameters", name, limit);
    return value === undefined ? [] : [[limit, value] as const];
  });
  const type = facts.value(...of, "type") ?? "any";
  const values = facts.value(...of, "enum") ?? facts.value("parameters", name, "enum");
  const schema = withEnum(draftSchema(drafting, type, pointer), values);
  return { ...schema, ...Object.fromEntries(limits), ...draftDefault(drafting, of, type, pointer) };
}

function formatOf(format: FactValue | undefined): Building {
  if (format === undefined) return {};
  const styles: Readonly<Record<string, string>> = { ssv: "spaceDelimited", pipes: "pipeDelimited" };
  return { style: styles[String(format)] ?? "form", explode: format === "multi" };
}

import type { FactValue } from "../../facts/fact.js";
import { defaultStyle } from "../../spec/claims.js";
import { child } from "../../spec/json.js";
import { typesOf, viewSchema } from "../../spec/schema-view.js";
import { type Answer, assumed, confirmed, contradicted, every, missing, spelledAlike } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { type LocatedParameter, locateParameter } from "../locate-parameter.js";
import { matchType } from "../match-type.js";
import {
  isDescribed,
  matchDefault,
  matchDefaultName,
  matchDescribed,
  matchEnum,
  matchSample,
} from "../match-values.js";
import { onOperation } from "./operation.js";

/** @param operation The documented name of the operation. */
type ParameterCheck = (
  compared: Compared,
  parameter: LocatedParameter,
  documented: string,
  value: FactValue,
  operation: string,
) => Answer;

function onParameter(check: ParameterCheck): Check {
  return onOperation((compared, operation, [name = "", documented = ""], value) => {
    const parameter = locateParameter(compared, operation, name, documented);
    return parameter === undefined
      ? missing(operation.pointer, `gives the operation no parameter or body ${documented}`)
      : check(compared, parameter, documented, value, name);
  });
}

function onSchemas(check: (compared: Compared, value: FactValue, pointer: string) => Answer): Check {
  return onParameter((compared, { at, schemas }, _, value) => {
    if (schemas.length === 0) return missing(at, "gives it no schema");
    return every(at, [confirmed(at), ...schemas.map((schema) => check(compared, value, schema))]);
  });
}

const checkRequired = onParameter((_, { at, in: place, required, requiredAt }, __, value) => {
  if (place === "path" && required && value === false)
    return assumed(at, "requires it, as every name in a path is, and the page does not");
  if (required === value) return confirmed(at, ...(required ? [requiredAt] : []));
  return contradicted(at, required ? "requires it" : "does not require it");
});

/** The wire name has to be the spec's, and the SDK has to spell it as the documentation does. */
const checkName = onParameter((compared, { at, name }, documented, value, operation) => {
  if (name !== value) return contradicted(at, `calls it ${name ?? "the request body"}`);
  const spell = compared.family.spell.parameter;
  // Of two parameters of one name in different places, generators give the second a number.
  const first = documented.replace(/(?<!\d)\d+$/, "");
  const isSecond = first !== documented && compared.namesBelow("operation", operation, "parameter").includes(first);
  return compared.isSpelled(name, documented, spell) || (isSecond && compared.isSpelled(name, first, spell))
    ? confirmed(at)
    : contradicted(at, `calls it ${name}, which the SDK would spell ${spell(name)}`);
});

/** A parameter says it itself, a field of a form in its schema. */
const checkDeprecated = onParameter((compared, { at, pointer }) => {
  return compared.at(pointer).deprecated === true
    ? confirmed(at, child(pointer, "deprecated"))
    : missing(at, "does not have it as deprecated");
});

/** No page shows the name on the wire: the SDK's spelling of it fits, and so it would for other names. */
const checkSpelling = onParameter((_, { at, name, in: place }) => {
  return name === undefined ? confirmed(at) : spelledAlike(at, `calls it ${name} in the ${place}, which no page shows`);
});

const checkPlace = onParameter((_, parameter, __, value) => {
  const isField = value === "form" || value === "formData";
  return (isField ? parameter.kind === "field" : parameter.in === value)
    ? confirmed(parameter.at)
    : contradicted(parameter.at, `sends it in the ${parameter.in}`);
});

/** How Swagger 2.0 called what OpenAPI 3 says with `style` and `explode`. */
const formats: Readonly<Record<string, { readonly style: string; readonly explode: boolean }>> = {
  multi: { style: "form", explode: true },
  csv: { style: "form", explode: false },
  ssv: { style: "spaceDelimited", explode: false },
  pipes: { style: "pipeDelimited", explode: false },
};

const checkFormat = onParameter((compared, { at, pointer }, _, value) => {
  const node = compared.at(pointer);
  const style = String(node.style ?? defaultStyle(String(node.in)));
  const explode = node.explode ?? style === "form";
  const wanted = formats[String(value)];
  if (wanted?.style === style && wanted.explode === explode)
    return confirmed(at, child(pointer, "style"), child(pointer, "explode"));
  return contradicted(at, `sends an array with the style ${style}, ${explode === true ? "exploded" : "not exploded"}`);
});

/**
 * The stem of `name_example` is the wire name in older pages and the SDK's in newer ones. That of another parameter says nothing: `!author` is
 * `not_author` in the SDK, and has the stem of `author`.
 */
const checkExample = onParameter((compared, { at, name, schemas }, documented, value, operation) => {
  const stem = typeof value === "string" ? /^(.+)_example$/.exec(value)?.[1] : undefined;
  const isOther = (other: string): boolean =>
    compared.fact("operation", operation, "parameter", other, "type") !== undefined;
  if (stem !== undefined && name !== undefined && stem !== documented && stem !== name && !isOther(stem)) {
    return contradicted(at, `calls it ${name}, and the sample ${stem}`);
  }
  return every(
    at,
    schemas.map((schema) => matchSample(compared, value, schema)),
  );
});

/** A value in a list of a code sample is held against the items. */
const checkExampleItem = onParameter((compared, { at, schemas }, _, value) => {
  const arrays = schemas.map((schema) => viewSchema(compared.json, schema));
  const other = arrays.find(({ node }) => !typesOf(node).includes("array"));
  if (other !== undefined) return contradicted(other.pointer, "has no array there");
  return every(
    at,
    arrays.map(({ pointer }) => matchSample(compared, value, child(pointer, "items"))),
  );
});

/** What a statement says about every parameter of a name, in whichever operation. */
function onNamed(
  check: (
    compared: Compared,
    parameter: { readonly at: string; readonly pointer: string; readonly in: string; readonly name: string },
    value: FactValue,
  ) => Answer,
): Check {
  return (compared, [name = ""], value) => {
    const parameters = compared.operations.flatMap((operation) => operation.parameters);
    const named = parameters.filter(
      (parameter) => parameter.name === name || compared.family.spell.parameter(parameter.name) === name,
    );
    const [first] = named;
    if (first === undefined) return missing("/paths", `has no parameter ${name}`);
    return every(
      first.at,
      named.map((parameter) => check(compared, parameter, value)),
    );
  };
}

function limit(keyword: "minimum" | "maximum"): Check {
  return onNamed((compared, { pointer }, value) => {
    const view = viewSchema(compared.json, child(pointer, "schema"));
    const said = view.node[keyword];
    if (said === undefined) return missing(view.pointer, `gives it no ${keyword}`);
    const at = child(view.pointer, keyword);
    return said === value ? confirmed(at) : contradicted(at, `has the ${keyword} ${JSON.stringify(said)}`);
  });
}

const checkDescription = onParameter((compared, { at, describedAt }) => {
  return isDescribed(compared, describedAt) ? confirmed(at) : missing(at, "gives it no description");
});

export const parameterChecks: Checks = {
  "operation/*/parameter/*/type": onSchemas(matchType),
  "operation/*/parameter/*/required": checkRequired,
  "operation/*/parameter/*/default": onSchemas(matchDefault),
  "operation/*/parameter/*/default-name": onSchemas(matchDefaultName),
  "operation/*/parameter/*/enum": onSchemas(matchEnum),
  "operation/*/parameter/*/description": checkDescription,
  "operation/*/parameter/*/spelling": checkSpelling,
  "operation/*/parameter/*/deprecated": checkDeprecated,
  "operation/*/parameter/*/described/required": checkRequired,
  "operation/*/parameter/*/described/default": onSchemas(matchDescribed("default", matchDefault)),
  "operation/*/parameter/*/described/enum": onSchemas(matchDescribed("enum", matchEnum)),
  "operation/*/example/value/*": checkExample,
  "operation/*/example/value/*/item": checkExampleItem,
  "wire/operation/*/parameter/*/name": checkName,
  "wire/operation/*/parameter/*/in": checkPlace,
  "wire/operation/*/parameter/*/required": checkRequired,
  "wire/operation/*/parameter/*/enum": onSchemas(matchEnum),
  "wire/operation/*/parameter/*/collection-format": checkFormat,
  "parameters/*/name": onNamed((_, { at, name }, value) =>
    name === value ? confirmed(at) : contradicted(at, `calls it ${name}`),
  ),
  "parameters/*/in": onNamed((_, parameter, value) => {
    return parameter.in === value
      ? confirmed(parameter.at)
      : contradicted(parameter.at, `sends it in the ${parameter.in}`);
  }),
  "parameters/*/minimum": limit("minimum"),
  "parameters/*/maximum": limit("maximum"),
  "parameters/*/enum": onNamed((compared, { pointer }, value) => matchEnum(compared, value, child(pointer, "schema"))),
};

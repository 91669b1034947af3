import type { FactValue } from "../facts/fact.js";
import { camelCase } from "../families/spelling.js";
import { pageName } from "../read/page-source.js";
import { child } from "../spec/json.js";
import { isForm, templateNames } from "../spec/operations.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { draftResponses } from "./responses.js";
import { draftSchema, withEnum } from "./schema.js";

/** Where a documented parameter travels. */
type Place = "path" | "query" | "header" | "cookie" | "body" | "field";

/** The operation as its facts have it. */
export function draftOperation(drafting: Drafting, name: string, pointer: string): Building {
  const { facts } = drafting;
  const documented = facts.namesBelow("operation", name, "parameter");
  const placed = documented.map((parameter) => ({ parameter, place: placeOf(drafting, name, parameter) }));
  const inUrl = placed.filter(({ place }) => place !== "body" && place !== "field");
  const operationId = camelCase(name);
  const own = facts.list("operation", name, "servers");
  return {
    operationId,
    summary: words(operationId),
    description: `${words(operationId)}.`,
    tags: [tagOf(drafting, name)],
    ...(own.length === 0 ? {} : { servers: own.map((url) => ({ url })) }),
    ...securityOf(drafting, name),
    ...(inUrl.length === 0
      ? {}
      : {
          parameters: inUrl.map(({ parameter, place }, index) =>
            draftParameter(drafting, name, parameter, place, child(pointer, "parameters", index)),
          ),
        }),
    ...bodyOf(drafting, name, placed, child(pointer, "requestBody")),
    responses: draftResponses(drafting, name, child(pointer, "responses")),
  };
}

function placeOf(drafting: Drafting, operation: string, parameter: string): Place {
  const { facts } = drafting;
  const stated =
    facts.value("wire", "operation", operation, "parameter", parameter, "in") ??
    facts.value("parameters", parameter, "in");
  if (stated !== undefined) return stated as Place; // wire.json has no other places
  if (pathName(drafting, operation, parameter) !== undefined) return "path";
  // Names of headers are words with hyphens between them; keys of a query hardly ever are.
  if (sampleName(drafting, operation, parameter)?.includes("-") === true) return "header";
  if (String(facts.value("operation", operation, "parameter", parameter, "type")).includes("@")) return "body";
  return facts.list("operation", operation, "content-types").map(String).some(isForm) ? "field" : "query";
}

/** The name in the braces of the path that the SDK spells like the parameter. */
function pathName(drafting: Drafting, operation: string, parameter: string): string | undefined {
  const path = String(drafting.facts.value("operation", operation, "path") ?? "");
  return templateNames(path).find((name) => name === parameter || drafting.family.spell.parameter(name) === parameter);
}

/** The name on the wire that the samples of older Python pages show: `X-Fields_example` is a value of `x_fields`. */
function sampleName(drafting: Drafting, operation: string, parameter: string): string | undefined {
  const sample = drafting.facts.value("operation", operation, "example", "value", parameter);
  const name = /^(.+)_example$/.exec(String(sample ?? ""))?.[1];
  return name !== undefined && drafting.family.spell.parameter(name) === parameter ? name : undefined;
}

/** The tag of an operation is the name of its API page: `UsersApi` makes `Users`. */
export function tagOf(drafting: Drafting, operation: string): string {
  const page = drafting.facts.fact("operation", operation)?.page ?? "";
  return pageName(page).replace(/Api$/i, "") || "Operations";
}

function draftParameter(
  drafting: Drafting,
  operation: string,
  parameter: string,
  place: Place,
  pointer: string,
): Building {
  const { facts } = drafting;
  const wire =
    facts.value("wire", "operation", operation, "parameter", parameter, "name") ??
    facts.value("parameters", parameter, "name");
  const name = String(
    wire ?? pathName(drafting, operation, parameter) ?? sampleName(drafting, operation, parameter) ?? parameter,
  );
  const of = ["operation", operation, "parameter", parameter];
  const required = facts.value(...of, "required");
  if (wire === undefined && place !== "path") {
    drafting.ask(
      pointer,
      `The page shows the SDK's spelling: is "${name}" the name on the wire, and does it travel in the ${place}?`,
    );
  }
  if (required === undefined && place !== "path")
    drafting.ask(pointer, "The page does not show whether it is required.");
  return {
    name,
    in: place,
    ...(place === "path" || required === true ? { required: true } : {}),
    description: `${words(name)}.`,
    ...formatOf(facts.value("wire", "operation", operation, "parameter", parameter, "collection-format")),
    schema: parameterSchema(drafting, operation, parameter, name, child(pointer, "schema")),
  };
}

function parameterSchema(
  drafting: Drafting,
  operation: string,
  parameter: string,
  name: string,
  pointer: string,
): Building {
  const { facts } = drafting;
  const of = ["operation", operation, "parameter", parameter];
  const limits = (["minimum", "maximum"] as const).flatMap((limit) => {
    const value = facts.value("parameters", name, limit);
    return value === undefined ? [] : [[limit, value] as const];
  });
  const fallback = facts.value(...of, "default");
  const member = facts.value(...of, "default-name");
  if (member !== undefined)
    drafting.ask(pointer, `Its default is what the SDK calls ${String(member)}: which value is that?`);
  const values = facts.value(...of, "enum") ?? facts.value("parameters", name, "enum");
  const schema = withEnum(draftSchema(drafting, facts.value(...of, "type") ?? "any", pointer), values);
  return { ...schema, ...Object.fromEntries(limits), ...(fallback === undefined ? {} : { default: fallback }) };
}

function formatOf(format: FactValue | undefined): Building {
  if (format === undefined) return {};
  const styles: Readonly<Record<string, string>> = { ssv: "spaceDelimited", pipes: "pipeDelimited" };
  return { style: styles[String(format)] ?? "form", explode: format === "multi" };
}

function securityOf(drafting: Drafting, operation: string): Building {
  const { facts } = drafting;
  const schemes = facts.list("operation", operation, "security").map(String);
  const reads = ["GET", "HEAD"].includes(String(facts.value("operation", operation, "method")));
  const entries = schemes.map((scheme) => {
    const scopes = facts.namesBelow("scheme", scheme, "scope").filter((scope) => {
      const use = facts.value("scheme", scheme, "scope", scope);
      return use === "any" || (use === "reads") === reads;
    });
    return [scheme, scopes] as const;
  });
  const together = facts.value("security") !== "either" && schemes.length > 1;
  return { security: together ? [Object.fromEntries(entries)] : entries.map((entry) => Object.fromEntries([entry])) };
}

function bodyOf(
  drafting: Drafting,
  operation: string,
  placed: readonly { readonly parameter: string; readonly place: Place }[],
  pointer: string,
): Building {
  const { facts } = drafting;
  const body = placed.find(({ place }) => place === "body")?.parameter;
  const fields = placed.filter(({ place }) => place === "field").map(({ parameter }) => parameter);
  if (body === undefined && fields.length === 0) return {};
  const types = facts.list("operation", operation, "content-types").map(String);
  if (types.length === 0) drafting.ask(pointer, "The page names no media type of the request body.");
  const schemaAt = (type: string): Building => {
    const at = child(pointer, "content", type, "schema");
    if (body === undefined) return formSchema(drafting, operation, fields, at);
    return draftSchema(drafting, facts.value("operation", operation, "parameter", body, "type") ?? "any", at);
  };
  const content = (types.length === 0 ? ["application/json"] : types).map(
    (type) => [type, { schema: schemaAt(type) }] as const,
  );
  const required = body !== undefined && facts.value("operation", operation, "parameter", body, "required") === true;
  return { requestBody: { description: "The request body.", required, content: Object.fromEntries(content) } };
}

function formSchema(drafting: Drafting, operation: string, fields: readonly string[], pointer: string): Building {
  const { facts } = drafting;
  const required = fields.filter(
    (field) => facts.value("operation", operation, "parameter", field, "required") === true,
  );
  const properties = fields.map((field) => {
    return [field, parameterSchema(drafting, operation, field, field, child(pointer, "properties", field))] as const;
  });
  return { type: "object", ...(required.length === 0 ? {} : { required }), properties: Object.fromEntries(properties) };
}

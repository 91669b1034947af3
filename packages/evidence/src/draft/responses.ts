import type { FactValue } from "../facts/fact.js";
import { pascalCase } from "../families/spelling.js";
import { child } from "../spec/json.js";
import { emptyStatuses, isSuccess } from "../spec/operations.js";
import { type Building, type Drafting, words } from "./drafting.js";
import { draftSchema, withEnum } from "./schema.js";

/** The responses of an operation, by status. */
export function draftResponses(drafting: Drafting, operation: string, pointer: string): Building {
  const documented = drafting.facts.namesBelow("operation", operation, "status");
  const returns = drafting.facts.value("operation", operation, "returns") ?? "void";
  const statuses = [...documented];
  if (!statuses.some((status) => isSuccess(status) || status === "default")) {
    const success = returns === "void" ? "204" : "200";
    const stated = documented.length === 0 ? "The page lists no statuses" : "The page lists no status of success";
    drafting.ask(child(pointer, success), `${stated}: is it this one, and does it have a body?`);
    statuses.unshift(success);
  }
  const carrier = statuses.some(isSuccess) ? isSuccess : (status: string) => status === "default";
  const accepts = drafting.facts.list("operation", operation, "accepts").length > 0;
  const inErrors = accepts && !statuses.some((status) => carrier(status) && carries(returns, status));
  if (inErrors && !statuses.some((status) => !carrier(status) && errorBody(drafting, status) !== "void")) {
    drafting.ask(child(pointer, "default"), "The page names a media type of the answer, and no body: what has it?");
    statuses.push("default");
  }
  return Object.fromEntries(
    statuses.map((status) => {
      const carried = carries(returns, status) ? returns : "void";
      const own = drafting.facts.value("operation", operation, "status", status, "body");
      const body = own ?? (carrier(status) ? carried : errorBody(drafting, status));
      const isInvented = !documented.includes(status);
      const drafted = draftResponse(drafting, operation, { status, body, inErrors }, child(pointer, status));
      return [status, isInvented ? { ...drafted, "x-assumed": "The page does not list this status." } : drafted];
    }),
  );
}

function carries(returns: FactValue, status: string): boolean {
  return returns !== "void" && !emptyStatuses.has(status);
}

/** One response that is to be drafted. */
interface Drafted {
  readonly status: string;
  /** The documented type, `void` for none. Undefined where its properties are documented one by one, or nothing is. */
  readonly body: FactValue | undefined;
  /** True where the page names a media type that only errors can have. */
  readonly inErrors: boolean;
}

/** The documented type of the body of an error, `void` for none. Undefined where its properties are documented one by one, or nothing is. */
function errorBody(drafting: Drafting, status: string): FactValue | undefined {
  return drafting.facts.value("errors", "status", status, "body") ?? drafting.facts.value("errors", "body");
}

function draftResponse(drafting: Drafting, operation: string, drafted: Drafted, pointer: string): Building {
  const { facts } = drafting;
  const { status } = drafted;
  const headers = facts.namesBelow("operation", operation, "status", status, "header");
  const written = headers.map((name) => {
    const always = facts.value("errors", "header") === name;
    return [
      name,
      { description: `${words(name)}.`, ...(always ? { required: true } : {}), schema: { type: "string" } },
    ] as const;
  });
  return {
    description: `The answer with the status ${status}.`,
    ...(headers.length === 0 ? {} : { headers: Object.fromEntries(written) }),
    ...contentOf(drafting, operation, drafted, pointer),
  };
}

function contentOf(
  drafting: Drafting,
  operation: string,
  { status, body, inErrors }: Drafted,
  pointer: string,
): Building {
  const { facts } = drafting;
  const properties = facts.namesBelow("errors", "status", status, "property");
  if (body === "void" || (body === undefined && properties.length === 0)) {
    if (body === undefined) drafting.ask(pointer, "The page does not say what the body of this status is.");
    if (body === "void" || !inErrors) return {};
    return {
      content: Object.fromEntries(facts.list("operation", operation, "accepts").map((type) => [String(type), {}])),
    };
  }
  const types = facts.list("operation", operation, "accepts").map(String);
  const content = (types.length === 0 ? ["application/json"] : types).map((type) => {
    const at = child(pointer, "content", type, "schema");
    return [
      type,
      {
        schema:
          body === undefined
            ? { $ref: `#/components/schemas/${errorSchemaName(drafting, status)}` }
            : draftSchema(drafting, body, at),
      },
    ] as const;
  });
  return { content: Object.fromEntries(content) };
}

/** A code that is always the same names the error: `not_found` is a `NotFoundError`. */
function errorSchemaName(drafting: Drafting, status: string): string {
  const { facts } = drafting;
  const codes = facts
    .namesBelow("errors", "status", status, "property")
    .map((name) => facts.list("errors", "status", status, "property", name, "enum"));
  const [code] = codes.find((values) => values.length === 1) ?? [];
  if (typeof code === "string") return `${pascalCase(code).replace(/Error$/, "")}Error`;
  return status === "default" ? "Error" : `Error${status}`;
}

/** The schemas of errors of which a statement lists the properties. They have no name in the documentation. */
export function draftErrorSchemas(drafting: Drafting): Building {
  const { facts } = drafting;
  const schemas = facts.namesBelow("errors", "status").flatMap((status) => {
    const names = facts.namesBelow("errors", "status", status, "property");
    if (names.length === 0) return [];
    const schemaName = errorSchemaName(drafting, status);
    const at = child("/components/schemas", schemaName);
    drafting.ask(at, "No page names this schema: give it a name of your own.");
    const value = (name: string, fact: string): FactValue | undefined =>
      facts.value("errors", "status", status, "property", name, fact);
    const properties = names.map((name) => {
      const schema = draftSchema(drafting, value(name, "type") ?? "any", child(at, "properties", name));
      return [name, { description: `${words(name)}.`, ...withEnum(schema, value(name, "enum")) }] as const;
    });
    const required = names.filter((name) => value(name, "required") === true);
    const schema = {
      type: "object",
      description: "An error.",
      ...(required.length === 0 ? {} : { required }),
      properties: Object.fromEntries(properties),
    };
    return [[schemaName, schema] as const];
  });
  return Object.fromEntries(schemas);
}

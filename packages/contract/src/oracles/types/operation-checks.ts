import type { MediaType, Operation, Parameter, RequestBody, Response } from "@facsimile/document";
import type { TypeCheck } from "./check-file.js";
import { schemaChecks, twin } from "./schema-checks.js";
import type { SchemaReader } from "./schema-reader.js";

/** Reads schemas in both directions, and remembers per direction which components were held. */
export interface TypeContext {
  readonly request: SchemaReader;
  readonly response: SchemaReader;
  readonly held: { readonly request: Set<string>; readonly response: Set<string> };
}

/** What the compiler has to find out about an operation's method: one check for its input, one for each documented response. */
export function operationChecks(context: TypeContext, operation: Operation): readonly TypeCheck[] {
  return [
    { name: `${operation.id}: types of the input`, lines: inputChecks(context, operation) },
    { name: `${operation.id}: types of the result`, lines: resultChecks(operation) },
    ...operation.responses.map((response) => ({
      name: `${operation.id}: types of ${response.status}`,
      lines: responseChecks(context, operation, response),
    })),
  ];
}

function inputChecks(context: TypeContext, operation: Operation): string[] {
  const { parameters, requestBody } = operation;
  const method = `Client[${JSON.stringify(operation.name)}]`;
  if (parameters.length === 0 && requestBody === undefined)
    return [`type _ = Check<Same<Parameters<${method}>["length"], 0 | 1>>;`];
  const input = `NonNullable<Parameters<${method}>[0]>`;
  const isNeeded = parameters.some(({ required }) => required) || requestBody?.required === true;
  return [
    `type _ = Check<Same<Parameters<${method}>["length"], ${isNeeded ? "1 | 2" : "0 | 1 | 2"}>>;`,
    ...["path", "query", "header", "cookie"].flatMap((place) =>
      groupChecks(
        context,
        input,
        place,
        parameters.filter((parameter) => parameter.in === place),
      ),
    ),
    ...(requestBody === undefined ? [] : bodyChecks(context, input, requestBody)),
  ];
}

function groupChecks(context: TypeContext, input: string, place: string, parameters: readonly Parameter[]): string[] {
  if (parameters.length === 0) return [];
  const group = `Property<${input}, "${place}">`;
  const needed = parameters.filter(({ required }) => required);
  return [
    `type _ = Check<Same<keyof ${group}, ${union(parameters)}>>;`,
    ...twin(`Same<keyof ${group}, ${union([...parameters, { name: "no such parameter" }])}>`),
    `type _ = Check<Same<RequiredKeys<${group}>, ${union(needed)}>>;`,
    `type _ = Check<Same<"${place}" extends RequiredKeys<${input}> ? true : false, ${needed.length > 0}>>;`,
    // Undefined is no value for what has to be given.
    ...(needed.length > 0
      ? [`type _ = Check<Same<undefined extends ${input}["${place}"] ? true : false, false>>;`]
      : []),
    ...parameters.flatMap(({ name, schema }) =>
      schemaChecks(
        context.request,
        `Property<${group}, ${JSON.stringify(name)}>`,
        context.request.at(schema.pointer),
        context.held.request,
      ),
    ),
  ];
}

function bodyChecks(context: TypeContext, input: string, { content, required }: RequestBody): string[] {
  const [first, ...others] = content;
  if (first === undefined) return [];
  const requiredness = `type _ = Check<Same<"body" extends RequiredKeys<${input}> ? true : false, ${required}>>;`;
  // With several media types the input is a union that a `contentType` tells apart; the first is the one without.
  const bodies =
    others.length === 0
      ? [[input, first] as const]
      : content.map((one) => [`Extract<${input}, { contentType?: ${JSON.stringify(one.name)} }>`, one] as const);
  return [
    ...(others.length === 0 ? [requiredness] : []),
    ...bodies.flatMap(([from, mediaType]) =>
      contentChecks(context.request, `Property<${from}, "body">`, mediaType, context.held.request),
    ),
  ];
}

function contentChecks(reader: SchemaReader, actual: string, { schema }: MediaType, held: Set<string>): string[] {
  return schema === undefined ? [] : schemaChecks(reader, actual, reader.at(schema.pointer), held);
}

function resultChecks(operation: Operation): string[] {
  const statuses = operation.responses.map(({ status }) => (/^\d+$/.test(status) ? status : JSON.stringify(status)));
  const result = resultOf(operation);
  return [
    `type _ = Check<Same<${result}["status"], ${[...statuses, '"undocumented"'].join(" | ")}>>;`,
    ...twin(`Same<${result}["status"], ${statuses.join(" | ")}>`),
    `type _ = Check<Same<${result}["statusCode"], number>>;`,
  ];
}

function responseChecks(context: TypeContext, operation: Operation, response: Response): string[] {
  return sidesOf(operation, response).flatMap(({ ok, member }) => {
    const narrowed = `Extract<${resultOf(operation)}, { ok: ${ok}; status: ${statusType(response)} }>`;
    return [
      ...memberChecks(context, response, `${narrowed}["${member}"]`),
      `type _ = Check<Same<${narrowed}["${ok ? "error" : "data"}"], undefined>>;`,
      ...response.headers.flatMap(({ name, schema }) => {
        const header = `${narrowed}["headers"]`;
        const type = context.response.at(schema.pointer);
        return [
          ...schemaChecks(
            context.response,
            `Property<${header}, ${JSON.stringify(name)}>`,
            type,
            context.held.response,
          ),
          // Even a required header may be kept from a caller: a browser shows those alone that CORS exposes.
          `type _ = Check<Same<${JSON.stringify(name)} extends RequiredKeys<${header}> ? true : false, false>>;`,
        ];
      }),
    ];
  });
}

/** A `default` response is a failure, and a success too where the operation documents no 2xx response. */
function sidesOf({ responses }: Operation, { status }: Response): { ok: boolean; member: "data" | "error" }[] {
  const success = { ok: true, member: "data" } as const;
  const failure = { ok: false, member: "error" } as const;
  if (status !== "default") return [status.startsWith("2") ? success : failure];
  return responses.some((other) => other.status.startsWith("2")) ? [failure] : [success, failure];
}

function memberChecks(context: TypeContext, { content }: Response, member: string): string[] {
  if (content.length === 0) return [`type _ = Check<Same<${member}, undefined>>;`, ...twin(`Same<${member}, symbol>`)];
  // With several media types the type depends on `contentType`; only what all of them share could be held here.
  const [only, ...others] = content;
  return only === undefined || others.length > 0
    ? []
    : contentChecks(context.response, member, only, context.held.response);
}

function resultOf({ name }: Operation): string {
  return `Awaited<ReturnType<Client[${JSON.stringify(name)}]>>`;
}

function statusType({ status }: Response): string {
  return /^\d+$/.test(status) ? status : JSON.stringify(status);
}

function union(named: readonly { readonly name: string }[]): string {
  return named.length === 0 ? "never" : named.map(({ name }) => JSON.stringify(name)).join(" | ");
}

import { isJson, type Operation, type Parameter, type SchemaUse, schemasOf } from "@facsimile/document";
import { useOf } from "@facsimile/samples";
import { showErrors } from "./body.js";
import { type Description, placeOf } from "./description.js";
import { MockError } from "./mock-error.js";

/** A request that arrived. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  /** The path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** A JSON value where it says that it is JSON, else what was sent. */
  readonly body: unknown;
}

/**
 * Holds a request against its operation: which parameters there are, those of one value or a list in the usual styles, the content type, and a
 * body of JSON.
 *
 * @throws MockError with all that the document does not allow.
 */
export function judgeRequest(description: Description, operation: Operation, request: SentRequest): void {
  const findings = [
    ...operation.parameters.flatMap((parameter) => judgeParameter(description, parameter, request)),
    ...judgeNames(description, operation, request),
    ...judgeBody(description, operation, request),
  ];
  if (findings.length === 0) return;
  const place = placeOf(description, operation.pointer);
  throw new MockError(`${operation.id} was called with what the document refuses: ${findings.join("; ")} (${place})`);
}

function judgeParameter(description: Description, parameter: Parameter, request: SentRequest): readonly string[] {
  const { name, required } = parameter;
  const texts = textsOf(parameter, request);
  const where = `${parameter.in} ${name}`;
  if (texts === undefined) return [];
  if (texts.length === 0) return required ? [`${where} is required`] : [];
  const { json } = description.document;
  const types = schemasOf(json).typesOf(useOf(parameter.schema)) ?? [];
  if (types.includes("object") || types.length === 0) return [];
  const isList = types.includes("array");
  const values = isList && !parameter.explode ? (texts[0] ?? "").split(",") : texts;
  const given: readonly unknown[] = isList ? [values, values.map(read)] : [texts[0], read(texts[0] ?? "")];
  const all = given.map((value) => description.validator.check(parameter.schema.pointer, "request", value));
  if (all.some(({ length }) => length === 0)) return [];
  return [`${where}: ${showErrors(all[1] ?? [])}`];
}

/** The texts of a parameter; undefined where its style is not looked at. */
function textsOf(
  { name, in: place, style, mediaType }: Parameter,
  { path, query, headers }: SentRequest,
): readonly string[] | undefined {
  if (mediaType !== undefined || (style !== "form" && style !== "simple")) return undefined;
  if (place === "path") return Object.hasOwn(path, name) ? [path[name] ?? ""] : [];
  if (place === "query") return query.getAll(name);
  const text = place === "header" ? headers.get(name) : undefined;
  return place === "cookie" ? undefined : text === null || text === undefined ? [] : [text];
}

/** What a text means that is no text. */
function read(text: string): unknown {
  if (text === "true" || text === "false") return text === "true";
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : text;
}

function judgeNames({ api, document }: Description, operation: Operation, { query }: SentRequest): readonly string[] {
  const parameters = operation.parameters.filter((one) => one.in === "query");
  const keys = api.securitySchemes.flatMap((scheme) =>
    scheme.type === "apiKey" && scheme.in === "query" ? [scheme.parameterName] : [],
  );
  const known = new Set([
    ...parameters.map(({ name }) => name),
    ...keys,
    ...new URLSearchParams(operation.query).keys(),
  ]);
  const isObject = (use: SchemaUse): boolean => schemasOf(document.json).typesOf(use)?.includes("object") ?? true;
  // An object may be written as its members.
  if (parameters.some(({ schema }) => isObject(useOf(schema)))) return [];
  const unknown = [...new Set(query.keys())].filter(
    (name) => !known.has(name.replace(/\[.*/s, "")) && !known.has(name),
  );
  return unknown.map((name) => `query ${name} is unknown`);
}

function judgeBody(description: Description, { requestBody }: Operation, request: SentRequest): readonly string[] {
  const { body, headers } = request;
  if (body === undefined) return requestBody?.required ? ["the body is required"] : [];
  if (requestBody === undefined) return ["the operation takes no body"];
  const type = headers.get("content-type") ?? "";
  const essence = (name: string): string => (name.split(";")[0] ?? "").trim().toLowerCase();
  const mediaType =
    requestBody.content.find(({ name }) => essence(name) === essence(type)) ??
    requestBody.content.find(({ name }) => name.includes("*"));
  // The platform writes the content type of a form.
  if (mediaType === undefined && type === "") return [];
  if (mediaType === undefined) {
    const stated = requestBody.content.map(({ name }) => name).join(" or ");
    return [`the body is ${type}, and the operation takes ${stated}`];
  }
  if (mediaType.schema === undefined || !isJson(type)) return [];
  const errors = description.validator.check(mediaType.schema.pointer, "request", body);
  return errors.length === 0 ? [] : [`the body: ${showErrors(errors)}`];
}

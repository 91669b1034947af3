import type { Json } from "../../load/document.js";
import { essence, isJson } from "../../load/media-type.js";
import { schemasOf } from "../../schema/schemas.js";
import type { SchemaUse } from "../../schema/source.js";
import type { Parameter, RequestBody, StreamCondition } from "../api.js";
import type { Context } from "../context.js";
import type { ToldCondition } from "./told.js";

/** What a request may have that its answer depends on. */
export interface StreamRequest {
  readonly parameters: readonly Parameter[];
  readonly requestBody: RequestBody | undefined;
}

/** The condition of a stream, where the request has what it names; what it has not is reported. */
export function fittingCondition(
  context: Context,
  told: ToldCondition | undefined,
  request: StreamRequest,
  pointer: string,
): StreamCondition | undefined {
  if (told === undefined) return undefined;
  const found = told.in === "body" ? propertyOfBody(context, told.name, request) : parameterOf(told.name, request);
  if (found !== undefined) return { ...told, ...valuesOf(context, told.value, found) };
  const what =
    told.in === "body" ? "property of the JSON or form that the operation takes" : "query parameter of the operation";
  const message = `"when" of x-stream names "${told.name}", which is no ${what}; it is not used.`;
  context.report("extension-invalid", pointer, message, `Name a ${what}.`);
  return undefined;
}

function parameterOf(name: string, { parameters }: StreamRequest): SchemaUse | undefined {
  const found = parameters.find((parameter) => parameter.in === "query" && parameter.name === name);
  // A schema that was loaded is JSON.
  return found && [{ value: found.schema.json as Json, pointer: found.schema.pointer }];
}

function propertyOfBody(context: Context, name: string, { requestBody }: StreamRequest): SchemaUse | undefined {
  const schemas = schemasOf(context.document.json);
  for (const { name: mediaType, schema } of requestBody?.content ?? []) {
    if (schema === undefined || !hasProperties(mediaType)) continue;
    // As above. A body may be of any of its alternatives.
    const node = { value: schema.json as Json, pointer: schema.pointer };
    const found = schemas.view([node], (alternatives) => alternatives).properties.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasProperties(mediaType: string): boolean {
  return isJson(mediaType) || /^multipart\/|^application\/x-www-form-urlencoded$/.test(essence(mediaType));
}

type Value = ToldCondition["value"] | null;

function valuesOf(
  context: Context,
  value: ToldCondition["value"],
  use: SchemaUse,
): Pick<StreamCondition, "isDefault" | "others"> {
  const { parts, enum: listed, allowsNull } = schemasOf(context.document.json).view(use);
  const stated: readonly Json[] = typeof value === "boolean" ? [!value] : (listed ?? []);
  const others = stated.filter(
    (one): one is Exclude<Value, null> => one !== value && ["string", "number", "boolean"].includes(typeof one),
  );
  return {
    isDefault: parts.some(({ keywords }) => keywords.default === value),
    others: allowsNull ? [...others, null] : others,
  };
}

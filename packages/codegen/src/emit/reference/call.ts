import {
  isObject,
  type Json,
  type MediaType,
  type Operation,
  type ParameterPlace,
  type Schemas,
  type SchemaUse,
} from "@facsimile/document";
import {
  arrayLiteral,
  type Code,
  code,
  entry,
  identifier,
  literal,
  memberName,
  objectLiteral,
  printFragment,
} from "../../print/index.js";
import { exampleOptions, variableName } from "../example.js";
import { fence } from "../markdown.js";
import { bodyKind, isBinary } from "../media-type.js";
import type { OperationScope } from "../scope.js";
import { hasStream } from "../streams.js";
import { isBytes, type Place, placeOfItem, placeOfProperty } from "../types/place.js";
import { requestPlace } from "../types/roots.js";
import type { ExampleRequest } from "./example-request.js";

/** A call of an operation by its package, a whole program. */
export function callFence(scope: OperationScope, packageName: string, request: ExampleRequest): string {
  const { api, operation } = scope;
  const variable = identifier(variableName(api));
  const factory = identifier(api.names.factory);
  const input = inputLiteral(scope, request);
  const method = code`${variable}.${memberName(operation.name)}`;
  const source = code`
    import { ${factory} } from ${literal(packageName)};

    const ${variable} = ${factory}(${exampleOptions(scope)});

    const result = await ${method}(${input});
    ${successLine(operation)}
    else console.error(result.statusCode, result.error);
  `;
  return fence("ts", printFragment(source));
}

/** How all pages of a list are gone through. */
export function pagesFence(scope: OperationScope, request: ExampleRequest): string {
  const method = code`${identifier(variableName(scope.api))}.${memberName(scope.operation.name)}`;
  const source = code`
    for await (const item of ${method}.pages(${inputLiteral(scope, request)}).items()) console.log(item);
  `;
  return fence("ts", printFragment(source));
}

function successLine(operation: Operation): Code {
  return isAlwaysStream(operation)
    ? code`if (result.ok) for await (const item of result.data) console.log(item);`
    : code`if (result.ok) console.log(result.data);`;
}

/** Whether each success is a stream, whatever is asked. */
function isAlwaysStream(operation: Operation): boolean {
  const content = operation.responses.filter(({ status }) => /^2/.test(status)).flatMap((response) => response.content);
  const isOne = ({ stream }: MediaType): boolean => stream !== undefined && stream.condition === undefined;
  return hasStream(operation) && content.length > 0 && content.every(isOne);
}

const places: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

/** What the operation is called with; undefined where that is nothing. */
function inputLiteral(scope: OperationScope, { parameters, body }: ExampleRequest): Code | undefined {
  const groups = places.flatMap((place) => {
    const own = parameters.filter((parameter) => parameter.in === place);
    return own.length === 0
      ? []
      : entry(place, objectLiteral(own.map(({ name, value }) => entry(name, valueLiteral(value)))));
  });
  const entries = body === undefined ? groups : [...groups, entry("body", bodyLiteral(scope, body))];
  return entries.length === 0 ? undefined : objectLiteral(entries);
}

function bodyLiteral(scope: OperationScope, { mediaType, value }: NonNullable<ExampleRequest["body"]>): Code {
  const { schemas } = scope.types;
  const stated = scope.operation.requestBody?.content.find(({ name }) => name === mediaType);
  const schema = stated?.schema;
  // The schemas of a document that was loaded are JSON.
  const use = schema === undefined ? [] : [{ value: schema.json as Json, pointer: schema.pointer }];
  switch (bodyKind(mediaType)) {
    case "text":
      return literal(typeof value === "string" ? value : JSON.stringify(value));
    case "binary":
      return bytesLiteral(value);
    case "any":
      return stated === undefined || isBinary(stated) || use.length === 0 ? bytesLiteral(value) : valueLiteral(value);
    default:
      return partLiteral(schemas, use, requestPlace(mediaType), value);
  }
}

/** A value where some parts of it may be bytes. */
function partLiteral(schemas: Schemas, use: SchemaUse, place: Place, value: Json): Code {
  if (place === "text") return valueLiteral(value);
  const view = schemas.view(use, (alternatives) => alternatives);
  if (place === "whole" && view.parts.some(({ keywords }) => isBytes(keywords))) return bytesLiteral(value);
  if (Array.isArray(value))
    return arrayLiteral(value.map((item: Json) => partLiteral(schemas, view.items, placeOfItem(place), item)));
  if (!isObject(value)) return valueLiteral(value);
  const entries = Object.entries(value).map(([name, part]) => {
    const property = view.properties.get(name) ?? view.additional;
    return entry(name, partLiteral(schemas, property, placeOfProperty(place), part));
  });
  return objectLiteral(entries);
}

function bytesLiteral(value: Json): Code {
  return code`new Blob([${literal(typeof value === "string" ? value : JSON.stringify(value))}])`;
}

function valueLiteral(value: Json): Code {
  if (Array.isArray(value)) return arrayLiteral(value.map(valueLiteral));
  if (!isObject(value)) return literal(value as Exclude<Json, object> | null);
  return objectLiteral(Object.entries(value).map(([name, part]) => entry(name, valueLiteral(part))));
}

import type { Operation, ParameterPlace } from "@facsimile/document";
import type { Code, ObjectType, PropertyType, Type } from "../print/index.js";
import { assignedType, code, comment, objectType, union } from "../print/index.js";

import { requestBodyType } from "./body-type.js";
import { declaration } from "./declaration.js";
import { parameterBlocks } from "./parameter.js";
import type { OperationScope } from "./scope.js";

/** Where parameters are, in the order in which an input has them. */
export const places: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];
const placeNames = {
  path: "Path parameters.",
  query: "Query parameters.",
  header: "Header parameters.",
  cookie: "Cookies.",
} as const;

/** `none`: the operation takes nothing. */
export type InputNeed = "none" | "optional" | "required";

export function inputNeed({ parameters, requestBody }: Operation): InputNeed {
  if (parameters.some((parameter) => parameter.required) || requestBody?.required) return "required";
  return parameters.length > 0 || requestBody !== undefined ? "optional" : "none";
}

/** The declaration of what an operation needs; nothing where it needs nothing. */
export function emitInput(scope: OperationScope): Code | undefined {
  const { name, inputName } = scope.operation;
  if (inputName === undefined) return undefined;
  const docs = comment(`What \`${name}\` takes.`);
  const [only, ...more] = inputTypes(scope);
  if (only !== undefined && more.length === 0) {
    return code`
      ${docs}
      ${declaration(scope, "interface", inputName)} ${objectType(only)}
    `;
  }
  const types: readonly Type[] = only === undefined ? [] : [only, ...more];
  return code`
    ${docs}
    ${declaration(scope, "type", inputName)} =${assignedType(union(types))};
  `;
}

/** One object for each media type of the body. */
function inputTypes(scope: OperationScope): readonly ObjectType[] {
  const groups = places.flatMap((place) => groupProperty(scope, place) ?? []);
  const bodies = bodyProperties(scope);
  const inputs = bodies.length === 0 ? [groups] : bodies.map((body) => [...groups, ...body]);
  return inputs.map((properties) => ({ kind: "object", properties, index: undefined }));
}

function groupProperty({ operation, types }: OperationScope, place: ParameterPlace): PropertyType | undefined {
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  if (parameters.length === 0) return undefined;
  const properties = parameters.map(
    (parameter): PropertyType => ({
      name: parameter.name,
      type: types.typeOf(parameter.schema, "request", "text"),
      optional: !parameter.required,
      readonly: false,
      comment: comment(
        ...parameterBlocks(types.schemas, parameter),
        parameter.deprecated ? { tag: "deprecated" } : undefined,
      ),
    }),
  );
  return property(
    place,
    { kind: "object", properties, index: undefined },
    parameters.some((parameter) => parameter.required),
    placeNames[place],
  );
}

function bodyProperties(scope: OperationScope): readonly (readonly PropertyType[])[] {
  const { requestBody } = scope.operation;
  if (requestBody === undefined) return [];
  const { content, required, description } = requestBody;
  return content.map((mediaType, index) => {
    const body = property(
      "body",
      requestBodyType(scope, mediaType),
      required || index > 0,
      description ?? "The request body.",
    );
    if (content.length === 1) return [body];
    const type: Type = { kind: "literal", value: mediaType.name };
    return [
      body,
      property(
        "contentType",
        type,
        index > 0,
        index > 0 ? "The media type of the body." : "The media type of the body; the default.",
      ),
    ];
  });
}

function property(name: string, type: Type, required: boolean, description: string): PropertyType {
  return { name, type, optional: !required, readonly: false, comment: comment(description) };
}

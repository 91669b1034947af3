import { type Api, child, type Operation, type Schema } from "@facsimile/document";

/** Where a schema of the document stands. */
export interface SchemaPlace {
  readonly pointer: string;
  /** In `components.schemas`. */
  readonly isComponent: boolean;
}

/** Every component and every schema that an operation uses, each once. */
export function schemaPointers(api: Api): readonly SchemaPlace[] {
  const components = api.schemaNames.map((name) => child("/components/schemas", name));
  const used = api.operations.flatMap(operationSchemas).map(({ pointer }) => pointer);
  const pointers = [...new Set([...components, ...used])];
  return pointers.map((pointer) => ({ pointer, isComponent: components.includes(pointer) }));
}

/** The schemas of an operation: parameters, request body, responses and their headers. */
function operationSchemas(operation: Operation): readonly Schema[] {
  const bodies = [...(operation.requestBody?.content ?? []), ...operation.responses.flatMap(({ content }) => content)];
  const headers = operation.responses.flatMap((response) => response.headers);
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...bodies.flatMap(({ schema }) => schema ?? []),
    ...headers.map(({ schema }) => schema),
  ];
}

import { type Api, child, type Operation, type OperationObject, type Schema } from "@facsimile/document";

/** Where a schema of the document stands. */
export interface SchemaPlace {
  readonly pointer: string;
  /** In `components.schemas`. */
  readonly isComponent: boolean;
  /** Inside of a schema that has another meaning: that of the content of a text, of the data of an event. */
  readonly isInside: boolean;
}

/** Every component and every schema that an operation uses, sent or received, each once. */
export function schemaPointers(api: Api): readonly SchemaPlace[] {
  const components = api.schemaNames.map((name) => child("/components/schemas", name));
  const objects = [...api.operations, ...api.received.map(({ operation }) => operation)];
  const used = objects.flatMap(operationSchemas).map(({ pointer }) => pointer);
  const pointers = new Set([...components, ...used]);
  const inside = new Set(
    api.operations.flatMap(itemPointers).filter((pointer) => pointer !== "" && !pointers.has(pointer)),
  );
  return [
    ...[...pointers].map((pointer) => ({ pointer, isComponent: components.includes(pointer), isInside: false })),
    ...[...inside].map((pointer) => ({ pointer, isComponent: false, isInside: true })),
  ];
}

/** The schemas of what comes in streams, wherever they are. */
function itemPointers({ responses }: Operation): readonly string[] {
  const items = responses.flatMap(({ content }) => content.flatMap(({ stream }) => stream?.items ?? []));
  return items.flatMap(({ schema }) => schema?.pointer ?? []);
}

/** The schemas of an operation: parameters, request body, responses and their headers. */
function operationSchemas(operation: OperationObject): readonly Schema[] {
  const bodies = [...(operation.requestBody?.content ?? []), ...operation.responses.flatMap(({ content }) => content)];
  const headers = operation.responses.flatMap((response) => response.headers);
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...bodies.flatMap(({ schema, itemSchema }) => [schema, itemSchema].filter((one) => one !== undefined)),
    ...headers.map(({ schema }) => schema),
  ];
}

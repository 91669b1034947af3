import {
  child,
  type Document,
  isSchemaObject,
  type OperationObject,
  type SchemaObject,
  subschemasOf,
  valueAt,
} from "@facsimile/document";
import { schemasOf } from "./own-validator.js";

interface Found {
  readonly pointer: string;
  readonly message: string;
}

/** What schemas say that means nothing, or that nobody can have meant. Each is read here in the one way that the specification has. */
export function oddFindings(
  document: Document,
  operations: readonly OperationObject[],
  components: readonly string[],
): readonly Found[] {
  const used = operations.flatMap((operation) => schemasOf(operation).map(([, { pointer }]) => pointer));
  const pointers = new Set([...components.map((name) => child("/components/schemas", name)), ...used]);
  return [...pointers].flatMap((pointer) => below(valueAt(document.json, pointer), pointer, document));
}

function below(root: unknown, at: string, document: Document): readonly Found[] {
  const found: Found[] = [];
  const pending: (readonly [unknown, string])[] = [[root, at]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [schema, pointer] = next;
    if (!isSchemaObject(schema)) continue;
    found.push(...oddities(schema, document).map((message) => ({ pointer, message })));
    for (const { keyword, steps, value } of subschemasOf(schema))
      pending.push([
        value,
        steps.reduce<string>((parent, step) => child(parent, String(step)), child(pointer, keyword)),
      ]);
  }
  return found;
}

function oddities({ enum: listed, nullable, $ref }: SchemaObject, { dialect }: Document): readonly string[] {
  const values = Array.isArray(listed) ? listed.map((value) => JSON.stringify(value)) : undefined;
  const twice = values?.find((value, index) => values.indexOf(value) !== index);
  return [
    ...(values?.length === 0 ? ["The enumeration lists no value, so that no value fits"] : []),
    ...(twice === undefined ? [] : [`The enumeration lists ${twice} twice`]),
    ...(dialect !== "3.0" && nullable === true && $ref !== undefined
      ? ['nullable means nothing from OpenAPI 3.1 on: write oneOf with the reference and type "null"']
      : []),
  ];
}

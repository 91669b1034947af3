import { child, type Direction, type OperationObject, type Schema } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";

/** The schemas that our own validator cannot compile: components, and those of operations, sent and received, in the direction in which they travel. */
export function compileFindings(
  operations: readonly OperationObject[],
  received: readonly OperationObject[],
  components: readonly string[],
  validator: Validator,
): readonly { pointer: string; message: string }[] {
  const places = new Map<string, Direction>(components.map((name) => [child("/components/schemas", name), "response"]));
  const turned = received.flatMap(schemasOf).map(([direction, schema]) => {
    return [direction === "request" ? "response" : "request", schema] as const;
  });
  for (const [direction, { pointer }] of [...operations.flatMap(schemasOf), ...turned])
    if (!places.has(pointer)) places.set(pointer, direction);
  return [...places].flatMap(([pointer, direction]) => {
    try {
      validator.allows(pointer, direction, undefined);
      return [];
    } catch (error) {
      const message = `The schema cannot be compiled: ${error instanceof Error ? error.message : String(error)}`;
      return [{ pointer, message }];
    }
  });
}

/** The schemas of an operation, each with the direction in which it travels. */
export function schemasOf({ parameters, requestBody, responses }: OperationObject): (readonly [Direction, Schema])[] {
  const sent = [
    ...parameters.map(({ schema }) => schema),
    ...(requestBody?.content ?? []).flatMap(({ schema }) => schema ?? []),
  ];
  const answered = responses.flatMap(({ content, headers }) => [
    ...content.flatMap(({ schema, itemSchema }) => [schema, itemSchema].filter((one) => one !== undefined)),
    ...headers.map(({ schema }) => schema),
  ]);
  return [
    ...sent.map((schema) => ["request", schema] as const),
    ...answered.map((schema) => ["response", schema] as const),
  ];
}

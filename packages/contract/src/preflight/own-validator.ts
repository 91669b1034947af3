import type { Api, Direction, Schema } from "@facsimile/document";
import type { Validator } from "@facsimile/samples";
import { schemaPointers } from "@facsimile/samples";

/** The schemas that our own validator cannot compile: components, and those of operations in the direction in which they travel. */
export function compileFindings(api: Api, validator: Validator): readonly { pointer: string; message: string }[] {
  const components = schemaPointers(api).filter(({ isComponent }) => isComponent);
  const places = new Map<string, Direction>(components.map(({ pointer }) => [pointer, "response"]));
  for (const [direction, { pointer }] of api.operations.flatMap(schemasOf))
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

function schemasOf({
  parameters,
  requestBody,
  responses,
}: Api["operations"][number]): (readonly [Direction, Schema])[] {
  const sent = [
    ...parameters.map(({ schema }) => schema),
    ...(requestBody?.content ?? []).flatMap(({ schema }) => schema ?? []),
  ];
  const answered = responses.flatMap(({ content, headers }) => [
    ...content.flatMap(({ schema }) => schema ?? []),
    ...headers.map(({ schema }) => schema),
  ]);
  return [
    ...sent.map((schema) => ["request", schema] as const),
    ...answered.map((schema) => ["response", schema] as const),
  ];
}

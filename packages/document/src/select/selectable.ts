import type { Api } from "../model/api.js";

/** An operation as selectors see it. */
export interface Selectable {
  /** JSON pointer in the document. */
  readonly pointer: string;
  /** Undefined for what the API sends by itself. */
  readonly path: string | undefined;
  readonly tags: readonly string[];
  /** What it is called: its operationId, and its name in a package. */
  readonly names: readonly string[];
  readonly deprecated: boolean;
}

/** The operations of a document that can be selected: those that packages send, those that they cannot send, and webhooks. */
export function selectablesOf({ operations, unsendable, webhooks, received }: Api): readonly Selectable[] {
  const named = new Map(received.map(({ operation, name }) => [operation.pointer, name]));
  return [
    ...operations.map((operation) => ({ ...operation, names: [operation.id, operation.name] })),
    ...unsendable.map(({ operation }) => ({ ...operation, names: [operation.id] })),
    ...webhooks.flatMap((webhook) =>
      webhook.operations.map(({ id, ...operation }) => {
        const names = [id, webhook.name, named.get(operation.pointer)].filter((name) => name !== undefined);
        return { ...operation, path: undefined, names };
      }),
    ),
  ];
}

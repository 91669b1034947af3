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
export function selectablesOf({ operations, unsendable, webhooks }: Api): readonly Selectable[] {
  return [
    ...operations.map((operation) => ({ ...operation, names: [operation.id, operation.name] })),
    ...unsendable.map(({ operation }) => ({ ...operation, names: [operation.id] })),
    ...webhooks.flatMap((webhook) =>
      webhook.operations.map(({ id, ...operation }) => {
        return { ...operation, path: undefined, names: id === undefined ? [webhook.name] : [id, webhook.name] };
      }),
    ),
  ];
}

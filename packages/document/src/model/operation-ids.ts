import { child } from "../load/pointer.js";
import type { Operation } from "./api.js";
import type { Context } from "./context.js";
import { operationName } from "./operation-name.js";

/** Every operation needs a name of its own, both as it is written and as the package spells it. */
export function checkOperationIds(context: Context, operations: readonly Operation[]): void {
  const byName = new Map<string, Operation>();
  for (const operation of operations) {
    const name = operationName(operation.id);
    const other = byName.get(name);
    if (name === "") reportUnusable(context, operation);
    else if (other === undefined) byName.set(name, operation);
    else reportDuplicate(context, operation, other, name);
  }
}

function reportUnusable(context: Context, { id, pointer }: Operation): void {
  const message = `The operationId "${id}" has neither letters nor digits that a name could be made of.`;
  context.report(
    "operation-id-unusable",
    child(pointer, "operationId"),
    message,
    "Name the operation by a verb and a noun, such as listUsers.",
  );
}

function reportDuplicate(context: Context, operation: Operation, other: Operation, name: string): void {
  const { line } = context.document.locate(child(other.pointer, "operationId"));
  const where = `${other.method.toUpperCase()} ${other.path} (line ${line})`;
  const message =
    operation.id === other.id
      ? `The operationId "${operation.id}" is also that of ${where}.`
      : `The operationId "${operation.id}" becomes the function ${name}, and so does "${other.id}" of ${where}.`;
  context.report(
    "operation-id-duplicate",
    child(operation.pointer, "operationId"),
    message,
    "Give each operation an id of its own.",
  );
}

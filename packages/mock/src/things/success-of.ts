import type { Operation, Response } from "@facsimile/document";

/** The documented success of an operation: its first 2xx response, else `default`. Undefined where it documents errors alone. */
export function successOf({ responses }: Pick<Operation, "responses">): Response | undefined {
  return responses.find(({ status }) => status.startsWith("2")) ?? responses.find(({ status }) => status === "default");
}

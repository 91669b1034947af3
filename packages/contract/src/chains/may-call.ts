import type { Operation } from "@facsimile/document";

/** RFC 9110, 9.2.1. */
const safeMethods: ReadonlySet<string> = new Set(["get", "head", "options", "query"]);

/** Whether an operation may be called by a run that may, or may not, change something. */
export function mayCall({ method }: Pick<Operation, "method">, mayWrite: boolean): boolean {
  return mayWrite || safeMethods.has(method.toLowerCase());
}

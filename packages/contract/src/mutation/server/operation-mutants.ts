import { child, type Operation } from "@facsimile/document";
import type { ServerMutant } from "../mutant.js";
import { childrenAt, move, remove, renameContent, set } from "./edit.js";
import { seeder } from "./seed.js";

/** The server has no such operation, or has it elsewhere, or wants another body. */
export function operationMutants(operation: Operation): readonly ServerMutant[] {
  const { method, path, pointer, requestBody } = operation;
  const seed = seeder(operation);
  const item = child("/paths", path);
  const body = requestBody?.pointer ?? "";
  const hasBody = requestBody !== undefined;
  return [
    ...seed(true, "operation removed", "", pointer, (document) => remove(document, pointer)),
    ...seed(true, "path renamed", "", pointer, (document) =>
      move(childrenAt(document, "/paths"), path, `${path}/moved`),
    ),
    ...seed(true, "method changed", "", pointer, (document) => move(childrenAt(document, item), method, "trace")),
    ...seed(hasBody && !requestBody.required, "body required", "", body, (document) =>
      set(document, `${body}/required`, true),
    ),
    ...seed(hasBody && requestBody.required, "body optional", "", body, (document) =>
      set(document, `${body}/required`, false),
    ),
    ...seed(hasBody, "request media type renamed", "", body, (document) => renameContent(document, body)),
  ];
}

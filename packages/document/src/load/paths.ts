import type { Document, JsonObject } from "./document.js";
import type { Report } from "./findings.js";
import { isObject } from "./object.js";
import { member } from "./pointer.js";
import type { Source } from "./source.js";

/** Whether a document describes anything: OpenAPI 3.1 asks for paths, webhooks or components, and 3.0 for paths. */
export function checkPaths(source: Source, json: JsonObject, dialect: Document["dialect"], report: Report): void {
  if (isObject(member(json, "paths"))) return;
  if (!["webhooks", "components"].some((key) => isObject(member(json, key)))) {
    const message = 'The document has no "paths", and describes nothing else either.';
    report("paths-missing", source, "", message, 'Add "paths" with the paths of the API, or name another file.');
  } else if (dialect === "3.0") {
    const message = 'The document has no "paths", which OpenAPI 3.0 requires; it is read as one without operations.';
    report("structure-member-missing", source, "", message, "Add paths: {} to it, or declare openapi: 3.1.1.");
  }
}

import type { Document, JsonObject } from "./document.js";
import type { Report } from "./findings.js";
import { child, member } from "./pointer.js";
import type { Source } from "./source.js";

/** The version of OpenAPI that a document is written in; undefined, and reported, where it is none of those that are supported. */
export function readDialect(source: Source, json: JsonObject, report: Report): Document["dialect"] | undefined {
  const version = member(json, "openapi");
  const known = typeof version === "string" ? /^3\.[01](?=\.|$)/.exec(version)?.[0] : undefined;
  if (known === "3.0" || known === "3.1") return known;
  const key = version === undefined ? "swagger" : "openapi";
  const found = member(json, key);
  const { message, fix } = explain(key, found);
  report("openapi-version", source, found === undefined ? "" : child("", key), message, fix);
  return undefined;
}

function explain(key: string, version: unknown): { message: string; fix: string } {
  const convert = "Convert the document to OpenAPI 3.1, for which converters exist, and check what they made of it.";
  if (version === undefined) {
    const fix = 'Begin an OpenAPI document with a line such as openapi: "3.1.0", or name another file.';
    return { message: 'The document has no "openapi" with the version that it is written in.', fix };
  }
  if (key === "swagger")
    return { message: `The document is Swagger ${String(version)} and not OpenAPI 3.0 or 3.1.`, fix: convert };
  if (typeof version === "string")
    return { message: `The document is OpenAPI ${version}; 3.0 and 3.1 are supported.`, fix: convert };
  return { message: "The version of OpenAPI is no text.", fix: 'Put it in quotes: openapi: "3.1.0".' };
}

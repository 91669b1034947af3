import type { Document, Json, JsonObject } from "./document.js";
import type { Report } from "./findings.js";
import { child, member } from "./pointer.js";
import type { Source } from "./source.js";

/** The versions of OpenAPI whose words a document may use. */
export type OpenApiVersion = "3.0" | "3.1" | "3.2";

/** OpenAPI 3.2 has the schemas of 3.1. */
export function dialectOf(version: OpenApiVersion): Document["dialect"] {
  return version === "3.0" ? "3.0" : "3.1";
}

/**
 * The version of OpenAPI that a document is read in; undefined, and reported, where it is none of those that are supported. A later minor version is
 * read like 3.2: minor versions of OpenAPI only add (OpenAPI 3.2.0, Versions and Deprecation).
 */
export function readVersionOf(source: Source, json: JsonObject, report: Report): OpenApiVersion | undefined {
  const version = member(json, "openapi");
  const written = typeof version === "number" ? source.textAt(json, "/openapi") : version;
  const read = typeof written === "string" ? readVersion(written) : undefined;
  if (read !== undefined) {
    if (read.instead !== undefined) readInstead(source, json, report, String(written), read.instead);
    return read.version;
  }
  const key = version === undefined ? "swagger" : "openapi";
  const found = member(json, key);
  const { message, fix } = explain(key, found);
  report("openapi-version", source, found === undefined ? "" : child("", key), message, fix);
  return undefined;
}

interface Version {
  readonly version: OpenApiVersion;
  /** The version that it is taken for, where it is not one of those that are supported. */
  readonly instead?: string;
}

const versions = ["3.0", "3.1", "3.2"] as const;

/** Without a minor version it is read like 3.0, which allows a value to be null where 3.1 would not. */
function readVersion(written: string): Version | undefined {
  const plain = versions.find((version) => written === version || written.startsWith(`${version}.`));
  if (plain !== undefined) return { version: plain };
  const [, minor] = /^v?3(?:\.([0-9]+|x)(?:\.[^\s]*)?)?$/i.exec(written.trim()) ?? [undefined, "none"];
  if (minor === "none") return undefined;
  if (minor === undefined || minor === "0" || minor === "x") return { version: "3.0", instead: "3.0.4" };
  return minor === "1" ? { version: "3.1", instead: "3.1.1" } : { version: "3.2", instead: "3.2.0" };
}

/** What reads the document later, such as a mock server, has to find a version that it knows. */
function readInstead(source: Source, json: JsonObject, report: Report, written: string, instead: string): void {
  const message = `The document is OpenAPI ${written}; it is read like ${instead.slice(0, 3)}.`;
  report("openapi-version-unclear", source, "/openapi", message, `Write openapi: "${instead}" if that is meant.`);
  // It was made by reading the file, for this document alone.
  (json as { [key: string]: Json }).openapi = instead;
}

function explain(key: string, version: unknown): { message: string; fix: string } {
  const convert = "Convert the document to OpenAPI 3.1, for which converters exist, and check what they made of it.";
  if (version === undefined) {
    const fix = 'Begin an OpenAPI document with a line such as openapi: "3.1.0", or name another file.';
    return { message: 'The document has no "openapi" with the version that it is written in.', fix };
  }
  if (key === "swagger")
    return { message: `The document is Swagger ${String(version)}; of Swagger, 2.0 is supported.`, fix: convert };
  if (typeof version === "string" || typeof version === "number")
    return { message: `The document is OpenAPI ${version}; 3.0 to 3.2 and Swagger 2.0 are supported.`, fix: convert };
  return { message: "The version of OpenAPI is no text.", fix: 'Put it in quotes: openapi: "3.1.0".' };
}

import type { Operation, SecurityScheme } from "@facsimile/document";
import type { Code } from "../print/index.js";
import { entry } from "../print/index.js";
import { runtimeValue } from "./runtime.js";

/** The parts of the runtime that not every operation needs. A package names those that it needs, so that a bundle has no others. */
export function partEntries(operation: Operation): readonly (Code | undefined)[] {
  const { responses, security } = operation;
  return [
    part(
      "findRange",
      responses.some(({ status }) => /\D/.test(status)),
    ),
    part("nearestSuccess", responses.filter(({ status }) => status.startsWith("2")).length > 1),
    part("matchMediaTypes", responses.some(hasChoice)),
    part(
      "readHeaders",
      responses.some(({ headers }) => headers.length > 0),
    ),
    part("authorizeAny", security.length > 1 || security.some((all) => all.length > 1)),
    entry("repeat", runtimeValue(isIdempotent(operation) ? "repeatLost" : "repeatUnsent")),
    isRead(operation) ? undefined : entry("redirect", runtimeValue("changeMethod")),
    part("followHidden", isRead(operation) && needsNoHeader(operation)),
  ];
}

/** An entry that has the name of its part. */
function part(name: string, needed: boolean): Code | undefined {
  return needed ? runtimeValue(name) : undefined;
}

function hasChoice({ content }: Operation["responses"][number]): boolean {
  return content.length > 1 || content.some(({ name }) => name.includes("*"));
}

/** Methods that mean the same when they are repeated (RFC 9110, 9.2.2; QUERY by its draft). Of others nothing is known. */
const idempotentMethods: ReadonlySet<string> = new Set(["get", "head", "options", "put", "delete", "trace", "query"]);

/** Whether a repetition changes nothing (RFC 9110 9.2.2), or the document says so. */
function isIdempotent({ method, idempotent }: Operation): boolean {
  return idempotent || idempotentMethods.has(method);
}

function isRead({ method }: Operation): boolean {
  return method === "get" || method === "head";
}

/** Whether an operation may be called without a credential in a header. */
function needsNoHeader({ security }: Operation): boolean {
  return security.length === 0 || security.some((all) => !all.some(({ scheme }) => isInHeader(scheme)));
}

function isInHeader(scheme: SecurityScheme): boolean {
  if (scheme.type === "apiKey") return scheme.in !== "query";
  return scheme.type !== "mutualTLS" && scheme.type !== "unsupported";
}

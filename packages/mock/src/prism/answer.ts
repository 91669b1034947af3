import { essence, streamFormatOf } from "@facsimile/document";
import type { IHttpResponse } from "@stoplight/prism-http";
import { headerOf, type RawAnswer } from "../wire/exchange.js";
import type { PrismModules } from "./modules.js";

type PrismError = Parameters<PrismModules["ProblemJsonError"]["toProblemJson"]>[0];
type ProblemWithHeaders = ReturnType<PrismModules["ProblemJsonError"]["toProblemJson"]> & {
  headers?: Record<string, unknown>;
};

/** The answer that Prism made, in bytes. */
export function toAnswer(prism: PrismModules, output: IHttpResponse): RawAnswer {
  const headers = Object.entries(output.headers ?? {});
  const body = textOf(prism, output.body, headerOf(headers, "content-type") ?? "");
  return { status: output.statusCode, headers, body: Buffer.from(body ?? "") };
}

function textOf(prism: PrismModules, body: unknown, type: string): string | undefined {
  // The text of a stream, some of whose media types look like JSON, is as it travels.
  if (typeof body === "string" && streamFormatOf(type) !== undefined) return body;
  if (typeof body !== "object" && !/[/+]json$/.test(essence(type))) return prism.serialize(body, type);
  if (/[/+]xml$/.test(essence(type))) return prism.serialize(body, "application/xml");
  // Prism knows JSON under `application` alone. An object of which the document does not say how it is written, as of plain text, is written as JSON too.
  return JSON.stringify(body);
}

/** An answer of Prism's own, for what the document has no answer for (RFC 9457). */
export function toProblem(prism: PrismModules, error: PrismError): RawAnswer {
  // Whatever an error carries besides ends up in the problem, headers too.
  const { headers: extra, ...problem } = prism.ProblemJsonError.toProblemJson(error) as ProblemWithHeaders;
  return {
    status: error.status ?? 500,
    headers: [["content-type", "application/problem+json"], ...Object.entries(writeHeaders(extra ?? {}))],
    body: Buffer.from(JSON.stringify(problem)),
  };
}

/**
 * Prism takes a header's value from an example or a schema, whatever its type is: arrays and objects crash it, and it makes null of what it
 * cannot sample. Here they have OpenAPI's `simple` style (3.1.1, 4.8.21), and what has no value is left out.
 */
export function writeHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  const present = Object.entries(headers).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, headerText(value)]));
}

function headerText(value: unknown): string {
  if (Array.isArray(value)) return value.join(",");
  return typeof value === "object" && value !== null ? Object.entries(value).flat().join(",") : String(value);
}

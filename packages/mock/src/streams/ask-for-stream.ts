import { isJson, isObject, type Json, type Operation, type StreamCondition } from "@facsimile/document";
import { asksForAnswer } from "../wire/asks-for-answer.js";
import { type HeaderLine, headerOf, type RawRequest } from "../wire/exchange.js";
import { accepts, isForm } from "../wire/media-type.js";

/**
 * The request as what is behind has to see it: where the document says that what is asked decides between a stream and another answer, `Accept` says what that
 * comes to. Nothing is changed where the client has said itself, by `Accept` or by `Prefer`.
 */
export function askForStream({ responses }: Operation, request: RawRequest): RawRequest {
  const content = responses.filter(({ status }) => status.startsWith("2")).flatMap((response) => response.content);
  const streams = content.filter(({ stream }) => stream?.condition !== undefined);
  const condition = streams[0]?.stream?.condition;
  const others = content.filter((one) => !streams.includes(one));
  const accept = headerOf(request.headers, "accept");
  const isOpen = [streams, others].every((some) => some.some(({ name }) => accepts(accept, name)));
  if (condition === undefined || !isOpen || asksForAnswer(request)) return request;
  const wanted = isMet(condition, request) ? streams : others;
  const header: HeaderLine = ["accept", wanted.map(({ name }) => name).join(", ")];
  return { ...request, headers: [...request.headers.filter(([name]) => name.toLowerCase() !== "accept"), header] };
}

function isMet({ in: place, name, value, isDefault }: StreamCondition, request: RawRequest): boolean {
  const asked =
    place === "query" ? new URL(request.target, "http://host").searchParams.get(name) : propertyOf(request, name);
  return asked === undefined || asked === null ? isDefault : String(asked) === String(value);
}

/** A property of the body, as JSON or as the text of a form. */
function propertyOf({ headers, body }: RawRequest, name: string): Json | undefined {
  const type = headerOf(headers, "content-type") ?? "";
  const text = body.toString("utf8");
  if (isForm(type)) return new URLSearchParams(text).get(name) ?? undefined;
  if (isJson(type)) return memberOf(text, name);
  return partOf(text, name);
}

/** What is no JSON is refused by what is behind. */
function memberOf(text: string, name: string): Json | undefined {
  try {
    // What was parsed is JSON.
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value[name] : undefined;
  } catch {
    return undefined;
  }
}

/** A short part of a form with several (RFC 7578): its value follows the empty line behind its headers. */
function partOf(text: string, name: string): string | undefined {
  const start = text.indexOf(`name="${name}"`);
  const value = text.indexOf("\r\n\r\n", start);
  return start === -1 || value === -1 ? undefined : text.slice(value + 4, text.indexOf("\r\n", value + 4));
}

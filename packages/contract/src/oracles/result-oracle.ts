import {
  essence,
  type Header,
  isJson,
  isObject,
  type Operation,
  type Response,
  type Stream,
} from "@facsimile/document";
import { headerOf, isFraming, type RawAnswer } from "@facsimile/mock/wire";
import type { ExpectedAnswer } from "../cases/case.js";
import { differ } from "./compare.js";
import { headerValue } from "./header-value.js";
import { readItems, valueOfItem } from "./stream-items.js";

/** What a package hands to its caller, as far as tests read it. */
export interface Result {
  readonly ok: boolean;
  readonly status: unknown;
  readonly statusCode: number;
  readonly data?: unknown;
  readonly error?: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly contentType: string;
  readonly response: { readonly operation: unknown; readonly method: unknown };
}

/** Holds the result that a package made of an answer against that answer: nothing lost, nothing invented, told apart as documented. */
export async function judgeResult(
  result: Result,
  answer: RawAnswer,
  expected: ExpectedAnswer,
  { id, method }: Operation,
): Promise<readonly string[]> {
  const ok = answer.status >= 200 && answer.status < 300;
  const key = expected.response?.status ?? "undocumented";
  const stream = ok ? streamOf(expected.response, result.contentType) : undefined;
  const content = await readable(ok ? result.data : result.error);
  return [
    ...differ("result.ok", ok, result.ok),
    ...differ("result.status", /^\d+$/.test(key) ? Number(key) : key, result.status),
    ...differ("result.statusCode", answer.status, result.statusCode),
    ...differ("result.response.operation", id, result.response.operation),
    ...differ("result.response.method", method.toUpperCase(), result.response.method),
    ...differ(ok ? "result.data" : "result.error", stream ? itemsOf(stream, answer) : contentOf(answer), content),
    ...differ(ok ? "result.error" : "result.data", undefined, ok ? result.error : result.data),
    ...(expected.response?.headers ?? [])
      .filter(({ name }) => !isFraming(name))
      .flatMap((header) => judgeHeader(result, answer, header)),
  ];
}

function judgeHeader(result: Result, answer: RawAnswer, header: Header): string[] {
  const { name } = header;
  return differ(`result.headers[${name}]`, headerValue(answer.headers, header), result.headers[name]);
}

function contentOf({ headers, body }: RawAnswer): unknown {
  if (body.length === 0) return undefined;
  const text = body.toString("utf8");
  return isJson(essence(headerOf(headers, "content-type") ?? "")) ? JSON.parse(text) : text;
}

function streamOf(response: Response | undefined, contentType: string): Stream | undefined {
  return response?.content.find(({ name }) => name === contentType)?.stream;
}

/** What a package hands over of a stream: events with their names, or values. */
function itemsOf(stream: Stream, { body }: RawAnswer): readonly unknown[] {
  return readItems(stream, body.toString("utf8")).map((item) => {
    const value = valueOfItem(stream, item);
    return item.event === undefined ? value : { event: item.event, data: value };
  });
}

async function collect(items: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const item of items) found.push(isEvent(item) ? { event: item.event, data: item.data } : item);
  return found;
}

function isEvent(item: unknown): item is { readonly event: unknown; readonly data: unknown } {
  return isObject(item) && "retry" in item && "id" in item && "event" in item && "data" in item;
}

function isIterable(content: unknown): content is AsyncIterable<unknown> {
  return isObject(content) && Symbol.asyncIterator in content && !(content instanceof Blob);
}

async function readable(content: unknown): Promise<unknown> {
  if (isIterable(content)) return collect(content);
  return content instanceof Blob ? content.text() : content;
}

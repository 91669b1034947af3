import { failure } from "../call.js";
import type { FacsimileError } from "../errors/facsimile.js";
import { readMessage } from "../errors/message.js";
import { quoteLimit } from "../limits.js";
import { maskValue } from "../masking/mask-value.js";
import { readJson } from "../response/json.js";
import { brokenStream } from "./broken-stream.js";
import type { ItemContent, StreamDescription } from "./description.js";
import type { RawItem } from "./format.js";
import type { Opening } from "./opening.js";
import { type FailedItem, StreamError } from "./stream-error.js";

/** Whether an item stands for the end of the stream. */
export function isEnd({ end, data = "json" }: StreamDescription, { data: text }: RawItem): boolean {
  return end === undefined ? data !== "text" && text === "[DONE]" : text === end;
}

/**
 * What an item holds.
 *
 * @throws StreamError where it says that the stream has failed.
 * @throws ResponseParseError where it is not the JSON that the document states.
 */
export function readData(opening: Opening, description: StreamDescription, raw: RawItem): unknown {
  const { event, property } = description.error ?? {};
  const isNamed = event !== undefined && raw.event === event;
  const data = decode(opening, isNamed ? "either" : contentOf(description, raw), raw.data);
  if (isNamed || (property !== undefined && hasValue(data, property))) throw streamError(opening, raw, data);
  return data;
}

function contentOf({ data = "json", dataOf = {} }: StreamDescription, { event = "message" }: RawItem): ItemContent {
  return (Object.hasOwn(dataOf, event) && dataOf[event]) || data;
}

function decode(opening: Opening, content: ItemContent, text: string): unknown {
  if (content === "text") return text;
  const json = readJson(text);
  if ("value" in json) return json.value;
  if (content === "either") return text;
  const { reason = "is not JSON", cause } = json;
  throw brokenStream(opening, `has an item that ${reason}`, { cause: maskValue(cause, opening.call.secrets), text });
}

function hasValue(data: unknown, property: string): boolean {
  return (
    typeof data === "object" && data !== null && Object.hasOwn(data, property) && Reflect.get(data, property) != null
  );
}

function streamError({ call, arrived }: Opening, { event }: RawItem, data: unknown): FacsimileError {
  const masked = maskValue(data, call.secrets);
  const said = readMessage(masked).slice(0, quoteLimit);
  const reason = `was answered with ${arrived?.status}, and failed in its stream${said && `: ${said}`}`;
  return failure<FailedItem>(call, StreamError, reason, { event, data: masked });
}

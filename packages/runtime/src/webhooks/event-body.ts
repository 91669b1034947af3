import { decodeBody } from "../response/body.js";
import { readJson } from "../response/json.js";
import { essence, isJson, matchMediaType } from "../response/media-type.js";
import type { EventKind, WebhookDescription } from "./description.js";
import { Ended } from "./problem.js";

/** The body of a request, which is read as one thing or another, each once. */
export class EventBody {
  private readonly bytes: Uint8Array;
  private readonly mediaType: string;
  private json: ReturnType<typeof readJson> | undefined;

  constructor(bytes: Uint8Array, mediaType: string | null) {
    this.bytes = bytes;
    this.mediaType = mediaType ?? "";
  }

  /**
   * As its media type says, before it is known which webhook it is of: undefined where it is empty, or is no JSON though it says so. An object that is
   * called text is one all the same: many senders do so.
   */
  get untold(): unknown {
    if (this.bytes.length === 0) return undefined;
    const kind = kindOf(this.mediaType);
    if (kind !== "json" && kind !== "text") return this.as(kind);
    const { value } = this.readJson();
    return kind === "json" || (typeof value === "object" && value !== null) ? value : this.as(kind);
  }

  /** As the document states it for a webhook. @throws Ended where it is no JSON */
  of(webhook: string, { content }: WebhookDescription): unknown {
    const stated = Object.keys(content);
    if (stated.length === 0) return undefined;
    const kind = content[matchMediaType(content, this.mediaType) || (stated[0] ?? "")] ?? "json";
    if (kind !== "json") return this.as(kind);
    const json = this.readJson();
    if (!("cause" in json)) return json.value;
    const reason = this.bytes.length === 0 ? "is empty" : (json.reason ?? "is not JSON");
    throw new Ended({
      kind: "unreadable",
      status: 400,
      webhook,
      message: `The body of the webhook ${webhook} ${reason}.`,
    });
  }

  private readJson(): ReturnType<typeof readJson> {
    this.json ??= readJson(decodeBody(this.bytes));
    return this.json;
  }

  private as(kind: Exclude<EventKind, "json">): unknown {
    if (kind === "bytes") return this.bytes;
    const text = decodeBody(this.bytes);
    return kind === "form" ? new URLSearchParams(text) : text;
  }
}

/** What says nothing of its kind is JSON, as nearly all events are. */
function kindOf(mediaType: string): EventKind {
  const type = essence(mediaType);
  if (type === "" || isJson(type)) return "json";
  if (type === "application/x-www-form-urlencoded") return "form";
  return type.startsWith("text/") ? "text" : "bytes";
}

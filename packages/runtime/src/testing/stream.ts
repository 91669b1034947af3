import type { ServerResponse } from "node:http";
import type { ConnectionOptions } from "../options.js";
import type { Success } from "../result.js";
import {
  type ItemStream,
  openStream,
  readStream,
  type ServerSentEvent,
  type StreamDescription,
  type StreamOptions,
  serverSentEvents,
} from "../streams/index.js";
import { type AnyOperation, clientOf, operation } from "./api.js";
import { serve } from "./serve.js";

/** How a stream is described, and what the call is told. */
export interface Told extends StreamOptions, Pick<ConnectionOptions, "fetch" | "logger" | "credentials"> {
  readonly described?: Partial<StreamDescription>;
  readonly mediaType?: string;
  readonly operation?: Partial<AnyOperation>;
}

export const eventStream = "text/event-stream";

/** Calls an operation that answers a stream of events, unless told otherwise. */
export async function open<Item = ServerSentEvent<unknown>>(
  baseUrl: string,
  { described, mediaType = eventStream, operation: more, fetch, logger, credentials = {}, ...options }: Told = {},
): Promise<Success<200, ItemStream<Item>>> {
  const description: StreamDescription = { format: serverSentEvents, ...described };
  const responses = { 200: { content: { [mediaType]: readStream }, streams: { [mediaType]: description } } };
  const connection = { retry: { delay: 1 }, credentials, ...(fetch && { fetch }), ...(logger && { logger }) };
  const result = await openStream(
    clientOf(baseUrl, connection),
    operation({ headers: { accept: mediaType }, responses, ...more }),
    {},
    options,
  );
  if (!result.ok) throw new Error(`answered with ${result.statusCode}: ${result.text ?? result.error}`);
  return result as Success<200, ItemStream<Item>>;
}

/** What an iteration gives, and what it throws at last. */
export async function drain<Item>(
  items: AsyncIterable<Item>,
): Promise<{ items: Item[]; error?: Error & Record<string, unknown> }> {
  const found: Item[] = [];
  try {
    for await (const item of items) found.push(item);
    return { items: found };
  } catch (error) {
    return { items: found, error: error as Error & Record<string, unknown> };
  }
}

/** A `fetch` that answers with a body of these chunks. */
export function chunked(...chunks: readonly (string | Uint8Array)[]): () => Promise<Response> {
  const encoder = new TextEncoder();
  return async () => {
    const bytes = chunks.map((chunk) => (typeof chunk === "string" ? encoder.encode(chunk) : chunk));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of bytes) controller.enqueue(chunk);
        controller.close();
      },
    });
    return new Response(body, { headers: { "content-type": eventStream } });
  };
}

/** A server on loopback that writes pieces of a stream and keeps the connection, and the promise that it was closed by the other side. */
export async function serveStream(
  write: (response: ServerResponse, number: number, lastId: string | undefined) => void | Promise<void>,
  mediaType: string = eventStream,
): Promise<{ url: string; asked: readonly { headers: Record<string, unknown> }[]; closed: Promise<void> }> {
  let close = (): void => {};
  const closed = new Promise<void>((resolve) => {
    close = resolve;
  });
  const { url, asked } = await serve((request, response, number) => {
    response.on("close", close);
    response.writeHead(200, { "content-type": mediaType });
    response.flushHeaders();
    void write(response, number, request.headers["last-event-id"] as string | undefined);
  });
  return { url, asked, closed };
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** What the items of a stream say. */
export function dataOf(items: readonly { readonly data: unknown }[]): readonly unknown[] {
  return items.map(({ data }) => data);
}

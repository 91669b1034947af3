import { describe, expect, it, vi } from "vitest";
import { AbortedError } from "../errors/aborted.js";
import { rejection } from "../testing/api.js";
import { drain, eventStream, open, pause, serveStream } from "../testing/stream.js";
import type { ItemStream } from "./index.js";

describe("a stream is let go of, and the server sees it,", () => {
  const endless = () => serveStream((response) => void response.write("data: 1\n\n"));

  it("by break", async () => {
    const { url, closed } = await endless();
    const { data } = await open(url);
    for await (const { data: number } of data) {
      expect(number).toBe(1);
      break;
    }
    await closed;
  });

  it("by an error that the loop throws", async () => {
    const { url, closed } = await endless();
    const { data } = await open(url);
    const loop = async () => {
      for await (const _ of data) throw new Error("mine");
    };
    await expect(loop()).rejects.toThrow("mine");
    await closed;
  });

  it("by return(), while an item is waited for", async () => {
    const { url, closed } = await endless();
    const items = (await open(url)).data[Symbol.asyncIterator]();
    await items.next();
    const pending = items.next();
    await items.return?.();
    expect(await pending).toEqual({ done: true, value: undefined });
    await closed;
  });

  it("by cancel(), iterated or not", async () => {
    for (const isIterated of [true, false]) {
      const { url, closed } = await endless();
      const { data } = await open(url);
      const drained = isIterated ? drain(data) : undefined;
      await pause(20);
      await data.cancel();
      await closed;
      if (drained) expect(await drained).toMatchObject({ items: [{ data: 1 }] });
      else expect(await drain(data)).toEqual({ items: [] });
    }
  });

  it("by the cancel of its ReadableStream", async () => {
    const { url, closed } = await endless();
    const reader = (await open(url)).data.toReadableStream().getReader();
    await reader.read();
    await reader.cancel();
    await closed;
  });

  it("by signal, before it is iterated, while it is waited for and while an item is used", async () => {
    for (const when of ["before", "waiting", "using"]) {
      const { url, closed } = await endless();
      const controller = new AbortController();
      const { data } = await open(url, { signal: controller.signal });
      if (when === "before") controller.abort("enough");
      if (when === "waiting") setTimeout(() => controller.abort("enough"), 30);
      const loop = async () => {
        for await (const _ of data) if (when === "using") controller.abort("enough");
      };
      const error = await rejection(loop());
      expect(error).toBeInstanceOf(AbortedError);
      expect(error.cause).toBe("enough");
      await closed;
    }
  });

  it("and leaves no listener at the signal when it has ended", async () => {
    const { url } = await serveStream((response) => void response.end("data: 1\n\n"));
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    await drain((await open(url, { signal })).data);
    expect(removed.mock.calls.length).toBeGreaterThanOrEqual(added.mock.calls.length);
  });

  it.each<[way: string, leave: (opened: Opened) => unknown, isLeft: boolean]>([
    ["at its end", ({ data }) => drain(data), false],
    ["by break", ({ data }) => firstOf(data), true],
    ["by an item that cannot be read", ({ data }) => drain(data), true],
    ["by cancel()", ({ data }) => data.cancel(), true],
    ["by signal", ({ controller }) => controller.abort(), true],
    ["by its ReadableStream", ({ data }) => data.toReadableStream().cancel(), true],
  ])("and its body is unlocked and cancelled, %s", async (way, leave, isLeft) => {
    const cancel = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      start: (source) => {
        source.enqueue(new TextEncoder().encode(way.includes("cannot") ? "data: {\n\n" : "data: 1\n\n"));
        if (!isLeft) source.close();
      },
      cancel,
    });
    const fetch = async () => new Response(body, { headers: { "content-type": eventStream } });
    const controller = new AbortController();
    const { data } = await open("http://a.example", { fetch, signal: controller.signal });
    expect(body.locked).toBe(true);
    await leave({ data, controller });
    expect([body.locked, cancel.mock.calls.length]).toEqual([false, isLeft ? 1 : 0]);
  });
});

interface Opened {
  readonly data: ItemStream<unknown>;
  readonly controller: AbortController;
}

async function firstOf(items: AsyncIterable<unknown>): Promise<unknown> {
  for await (const item of items) return item;
  return undefined;
}

import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RecordingMockServer, startMockServer } from "../index.js";

const file = fileURLToPath(new URL("../../../contract/test/documents/streams.yaml", import.meta.url));

let server: RecordingMockServer;

beforeAll(async () => {
  server = await startMockServer(file);
});

afterAll(() => server.close());

async function ask(path: string, init: RequestInit = {}): Promise<{ type: string | null; text: string }> {
  const response = await fetch(server.url + path, init);
  return { type: response.headers.get("content-type"), text: await response.text() };
}

function brew(body: object, headers: Record<string, string> = {}): ReturnType<typeof ask> {
  const all = { "content-type": "application/json", accept: "application/json, text/event-stream", ...headers };
  return ask("/pots", { method: "POST", body: JSON.stringify(body), headers: all });
}

describe("the examples of a stream", () => {
  it("travel item by item, with pauses", async () => {
    const slow = await startMockServer(file, { pauseMs: 400 });
    const response = await fetch(`${slow.url}/events`, { headers: { prefer: "example=busy" } });
    const times: number[] = [];
    const chunks: string[] = [];
    for await (const chunk of response.body ?? []) {
      times.push(Date.now());
      chunks.push(Buffer.from(chunk).toString());
    }
    expect(chunks).toEqual(['event: cup\nid: 1\ndata: {"size":1}\n\n', "event: note\ndata: two\ndata: lines\n\n"]);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(100);
    await slow.close();
  });

  it("are sent as they are where they are written as they travel", async () => {
    const { text } = await ask("/events", { headers: { prefer: "example=written" } });
    expect(text).toBe(": hi\r\n\r\nevent: note\r\ndata: as it travels\r\n\r\n");
  });

  it("are a value a line, and made where there are none", async () => {
    const lines = await ask("/leaves", { headers: { accept: "application/x-ndjson" } });
    expect(lines).toEqual({ type: "application/x-ndjson", text: '{"size":1}\n{"size":2}\n' });
    const sequence = await ask("/leaves", { headers: { accept: "application/json-seq" } });
    expect(sequence.text).toBe(`\x1e{"size":2048}\n`);
  });

  it("end as the document says", async () => {
    expect((await brew({ stream: true })).text).toMatch(/^data: \{"size":\d+\}\n\ndata: \[DONE\]\n\n$/);
  });
});

describe("what is asked", () => {
  it("decides between a stream and another answer", async () => {
    expect((await brew({ stream: true })).type).toBe("text/event-stream");
    expect((await brew({ stream: false })).type).toBe("application/json");
    expect((await brew({})).type).toBe("application/json");
  });

  it("does not where Accept or Prefer says more", async () => {
    expect((await brew({ stream: true }, { accept: "application/json" })).type).toBe("application/json");
    expect((await brew({}, { accept: "text/event-stream" })).type).toBe("text/event-stream");
    expect((await brew({ stream: true }, { prefer: "code=200" })).type).toBe("application/json");
  });
});

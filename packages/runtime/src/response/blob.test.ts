import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FetchedResponse } from "../fetched.js";
import { call, contentOf, rejection } from "../testing/api.js";

/** As in React Native, whose `Blob` takes texts and other blobs. */
class BlobOfTexts {
  constructor(parts: readonly unknown[]) {
    if (parts.some((part) => ArrayBuffer.isView(part))) throw new Error("not supported");
  }
}

const native = new BlobOfTexts([]);

/** An answer as React Native's `fetch` gives it, whose body is read once. */
function answer(clone: () => { blob(): Promise<unknown> }): FetchedResponse {
  const own = { status: 200, headers: new Headers({ "content-type": "image/png" }), ok: true, body: undefined };
  return Object.assign(own, { arrayBuffer: async () => new ArrayBuffer(2), clone });
}

const responses = { 200: { content: contentOf("image/*") } };
const read = (given: FetchedResponse, options = {}) =>
  call("https://a.example", { responses }, {}, { fetch: async () => given, ...options });

describe("bytes, where no Blob can be made of them", () => {
  beforeEach(() => {
    vi.stubGlobal("Blob", BlobOfTexts);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("are handed over as the Blob that the answer has", async () => {
    expect((await read(answer(() => ({ blob: async () => native })))).data).toBe(native);
  });

  it("are a problem of the answer, where it has none either", async () => {
    const used = answer(() => {
      throw new TypeError("already read");
    });
    const received = "cannot be a Blob on this platform";
    expect(await read(used)).toMatchObject({ ok: true, status: 200, problem: { kind: "body", received } });
    expect(await rejection(read(used, { strict: true }))).toMatchObject({
      name: "ResponseParseError",
      message: expect.stringContaining("its body"),
    });
  });
});

import { describe, expect, it, vi } from "vitest";
import { type Handle, paid, receive, type Sent } from "../../test/receive.js";
import type { WebhookProblem } from "./problem.js";

describe("what has no good end is answered and told", () => {
  const only = { handlers: { paid: () => {} } };
  const table: readonly (readonly [string, Sent, number, WebhookProblem["kind"], string])[] = [
    [
      "an event that the document does not state",
      { body: '{"event":{"type":"new"}}' },
      200,
      "unknown",
      "A webhook arrived that the document does not state.",
    ],
    [
      "an event without a handler",
      { headers: { "x-event": "sent" }, body: "{}", options: only },
      200,
      "unhandled",
      "There is no handler for the webhook sent.",
    ],
    ["an event of two kinds", { headers: { "x-event": "sent" }, body: paid }, 500, "ambiguous", "The receiver failed."],
    ["a method of no webhook", { method: "PUT", body: paid }, 405, "method", "No webhook is sent by PUT."],
    [
      "half of JSON",
      { headers: { "x-event": "sent" }, body: '{"a":' },
      400,
      "unreadable",
      "The body of the webhook sent is not JSON.",
    ],
    ["no JSON at all", { headers: { "x-event": "sent" } }, 400, "unreadable", "The body of the webhook sent is empty."],
    [
      "JSON that is nested too deep",
      { headers: { "x-event": "sent" }, body: "[".repeat(2000) + "]".repeat(2000) },
      400,
      "unreadable",
      "The body of the webhook sent is nested deeper than 1000.",
    ],
    [
      "a body that is too large",
      { body: `"${"a".repeat(99)}"`, options: { maxRequestSize: 100 } },
      413,
      "too-large",
      "The body of a webhook is larger than 100 bytes.",
    ],
    [
      "a no",
      { body: paid, options: { unsigned: undefined, verify: () => false } as never },
      401,
      "refused",
      "A webhook was refused by verify.",
    ],
    [
      "a promise of something that is like a yes",
      { body: paid, options: { unsigned: undefined, verify: async () => "yes" } as never },
      401,
      "refused",
      "A webhook was refused by verify.",
    ],
  ];
  it.each(table)("%s", async (_what, sent, status, kind, text) => {
    const { handled, problems, ...answer } = await receive(sent);
    expect([answer.status, answer.text, problems.map((one) => one.kind), handled]).toEqual([status, text, [kind], []]);
    expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });

  const broken: readonly (readonly [string, Handle])[] = [
    [
      "a handler that throws",
      () => {
        throw new Error("password 1234");
      },
    ],
    ["a handler whose promise is rejected", () => Promise.reject(new Error("password 1234"))],
    ["a handler that answers something else", () => "password 1234"],
    ["a handler whose answer cannot be written", () => ({ status: 200, body: 1n })],
    ["a handler whose status is none", () => ({ status: 42 })],
  ];
  it.each(broken)("%s", async (_what, handle) => {
    const { status, text, problems } = await receive({ body: paid, options: { handlers: { paid: handle } } });
    expect([status, text]).toEqual([500, "The receiver failed."]);
    const message = "The handler of the webhook paid failed.";
    expect(problems).toMatchObject([{ kind: "failed", webhook: "paid", message, error: expect.any(Error) }]);
  });

  it("also where what is told throws itself", async () => {
    const onProblem = (): never => {
      throw new Error("password 1234");
    };
    const console = vi.spyOn(globalThis.console, "error").mockImplementation(() => {});
    expect(await receive({ body: "{}", options: { onProblem } })).toMatchObject({ status: 200 });
    expect(console).toHaveBeenCalledOnce();
    console.mockRestore();
  });

  it("a handler of no webhook, at once", async () => {
    const handlers = { payed: () => {} };
    await expect(receive({ body: paid, options: { handlers } })).rejects.toThrow(
      /"payed" in the handlers is unknown; known: paid/,
    );
    await expect(receive({ body: paid, options: { handlers: {} } })).rejects.toThrow(/has no handler/);
  });
});

describe("a verify of one's own", () => {
  it("gets the request and the bytes, and decides", async () => {
    const verify = ({ headers }: { headers: { get(name: string): string | null } }, body: Uint8Array): boolean =>
      headers.get("x-length") === String(body.length);
    const options = { unsigned: undefined, verify } as never;
    expect(await receive({ body: paid, headers: { "x-length": String(paid.length) }, options })).toMatchObject({
      status: 202,
    });
    expect(await receive({ body: paid, headers: { "x-length": "1" }, options })).toMatchObject({ status: 401 });
  });
});

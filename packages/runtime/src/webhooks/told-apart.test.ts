import { describe, expect, it } from "vitest";
import { paid, receive } from "../../test/receive.js";
import type { WebhookProblem } from "./problem.js";
import { receiveWebhook } from "./receive-webhook.js";

const form = { "content-type": "application/x-www-form-urlencoded" };

describe("an event is told apart", () => {
  it("by a property", async () => {
    const { status, handled, text } = await receive({ body: paid });
    expect([status, text, handled]).toEqual([202, "", ["paid", JSON.parse(paid)]]);
  });

  it("by a property, though what it is in is called text", async () => {
    const headers = { "content-type": "text/plain;charset=UTF-8" };
    expect((await receive({ headers, body: paid })).handled).toEqual(["paid", JSON.parse(paid)]);
    expect((await receive({ headers, body: "paid" })).problems).toMatchObject([{ kind: "unknown" }]);
  });

  it("by a header, in whatever media type it comes", async () => {
    const headers = { "x-event": "lost" };
    expect((await receive({ headers, body: "[1]" })).handled).toEqual(["sent", [1]]);
    expect((await receive({ headers: { ...headers, "content-type": "text/plain" }, body: "[1]" })).handled).toEqual([
      "sent",
      "[1]",
    ]);
    const { handled } = await receive({ headers: { ...headers, ...form }, body: "a=1" });
    expect(String(handled[1])).toBe("a=1");
  });

  it("by a field of a form", async () => {
    const { handled } = await receive({ headers: form, body: "type=formed&a=%26" });
    expect([handled[0], String(handled[1])]).toEqual(["formed", "type=formed&a=%26"]);
  });

  it("by its method", async () => {
    expect((await receive({ method: "PUT" })).headers.get("allow")).toBe("POST, DELETE");
    expect(await receive({ method: "DELETE" })).toMatchObject({ status: 204, handled: ["gone", undefined] });
  });

  it("by the operation that a callback is of", async () => {
    const handlers = { done: () => ({ status: 200, body: "done" }), image: undefined };
    const { status, text } = await receive({ body: paid, options: { handlers: handlers as never } });
    expect([status, text]).toEqual([200, '"done"']);
  });

  it("by what the receiver says", async () => {
    const handlers = { paid: () => ({ status: 200, body: 1 }), sent: () => ({ status: 200, body: 2 }) };
    const named = (webhook: unknown): Promise<{ text: string; problems: readonly WebhookProblem[] }> =>
      receive({ body: "{}", options: { handlers, webhook: webhook as never } });
    expect((await named("paid")).text).toBe("1");
    expect((await named(() => "sent")).text).toBe("2");
    expect((await named(() => undefined)).problems).toMatchObject([{ kind: "unknown" }]);
    for (const name of ["formed", "constructor"])
      expect((await named(() => name)).problems).toMatchObject([{ kind: "unhandled", status: 200, webhook: name }]);
  });

  it("though what it has is called like a member of every object", async () => {
    const strange = {
      strange: {
        method: "POST",
        content: { "application/json": "json" },
        marks: [{ in: "body", path: ["constructor", "name"], values: ["Object"] }],
        status: 200,
      },
    } as const;
    const request = new Request("https://me.example", { method: "POST", body: "{}" });
    const problems: WebhookProblem[] = [];
    await receiveWebhook(strange, request, {
      unsigned: true,
      handlers: { strange: () => {} },
      onProblem: (one) => problems.push(one),
    });
    expect(problems).toMatchObject([{ kind: "unknown" }]);
  });
});

describe("bytes", () => {
  it("arrive as they are", async () => {
    const options = {
      handlers: { image: (event: unknown) => new Response(event as Uint8Array<ArrayBuffer>, { status: 201 }) },
    };
    const { status, text } = await receive({ body: "\u0000\u00e9", headers: { "content-type": "image/png" }, options });
    expect([status, text]).toEqual([201, "\u0000\u00e9"]);
  });
});

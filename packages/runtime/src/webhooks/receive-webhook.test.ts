import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { WebhookDescriptions } from "./description.js";
import type { WebhookContext } from "./handler.js";
import { webhookListener } from "./node.js";
import type { WebhookOptions } from "./options.js";
import type { WebhookProblem } from "./problem.js";
import { receiveWebhook } from "./receive-webhook.js";
import { signWebhook } from "./sign-webhook.js";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

const described: WebhookDescriptions = {
  paid: {
    method: "POST",
    content: { "application/json": "json" },
    marks: [{ in: "body", path: ["event", "type"], values: ["paid"] }],
    status: 202,
  },
  sent: {
    method: "POST",
    content: { "application/json": "json", "text/plain": "text", "application/x-www-form-urlencoded": "form" },
    marks: [{ in: "header", path: ["x-event"], values: ["sent", "lost"] }],
    status: 200,
  },
  formed: {
    method: "POST",
    content: { "application/x-www-form-urlencoded": "form" },
    marks: [{ in: "body", path: ["type"], values: ["formed"] }],
    status: 200,
  },
  gone: { method: "DELETE", content: {}, status: 204 },
  done: { callbackOf: "start {$url}", method: "POST", content: { "application/json": "json" }, status: 200 },
  image: { callbackOf: "draw {$url}", method: "POST", content: { "image/png": "bytes" }, status: 200 },
};

type Handle = (event: unknown, context: WebhookContext) => unknown;
type Options = WebhookOptions<Readonly<Record<string, Handle>>>;

interface Sent {
  readonly method?: string;
  readonly body?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: Partial<Options>;
}

/** What comes of a request, with handlers that answer what they got. */
async function receive({ method = "POST", body = null, headers = {}, options }: Sent) {
  const problems: WebhookProblem[] = [];
  const handled: unknown[] = [];
  const handle: Handle = (event, { webhook }) => void handled.push(webhook, event);
  const settings = {
    unsigned: true,
    handlers: { paid: handle, sent: handle, formed: handle, gone: handle },
    ...options,
  };
  const request = new Request("https://me.example/hook", {
    method,
    body,
    headers: { "content-type": "application/json", ...headers },
  });
  // A cast because options are put together.
  const answer = await receiveWebhook(described, request, {
    onProblem: (problem: WebhookProblem) => problems.push(problem),
    ...settings,
  } as Options);
  return { status: answer.status, text: await answer.text(), handled, problems, headers: answer.headers };
}

const paid = '{"event":{"type":"paid"},"sum":3}';
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

describe("over HTTP", () => {
  const stops: (() => void)[] = [];
  afterEach(() => {
    for (const stop of stops.splice(0)) stop();
  });

  async function listen(options: Partial<Options>, before?: (request: object) => Promise<void>) {
    const problems: string[] = [];
    const listener = webhookListener(described, {
      onProblem: ({ message }: WebhookProblem) => problems.push(message),
      ...options,
    } as Options);
    const server = createServer(async (request, response) => {
      await before?.(request);
      await listener(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(() => server.close().closeAllConnections());
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?a=1`, problems };
  }

  async function send(url: string, body: string, more: Readonly<Record<string, string>> = {}) {
    const signed = await signWebhook(secret, { id: "msg_1", sentAt: new Date(), body: new TextEncoder().encode(body) });
    const headers = { "content-type": "application/json", ...signed, ...more };
    const answer = await fetch(url, { method: "POST", body, headers });
    return [answer.status, await answer.text()] as const;
  }

  it("events arrive, signed, and are answered", async () => {
    const handlers = {
      paid: (event: unknown, { id, url }: WebhookContext) => ({
        status: 200,
        body: { event, id, url },
        headers: { "x-a": "b" },
      }),
    };
    const { url, problems } = await listen({ secret, handlers });
    const body = '{"event":{"type":"paid"},"text":"tägl 🫖"}';
    const [status, text] = await send(url, body);
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { event: JSON.parse(body), id: "msg_1", url: "http://localhost/hook?a=1" },
    ]);
    expect(await send(url, body, { "webhook-id": "msg_2" })).toEqual([
      401,
      "A webhook was refused: no signature of it fits.",
    ]);
    expect(problems).toEqual(["A webhook was refused: no signature of it fits."]);
    expect((await fetch(url)).status).toBe(401);
  });

  it("what is too large is answered before it has arrived", async () => {
    const { url } = await listen({ secret, handlers: { paid: () => {} }, maxRequestSize: 1000 });
    expect(await send(url, `"${"a".repeat(5000)}"`)).toEqual([413, "The body of a webhook is larger than 1000 bytes."]);
    const answer = await fetch(url, { method: "POST", body: "a".repeat(5000) });
    expect([answer.status, answer.headers.get("connection")]).toEqual([413, "close"]);
  });

  it("what was read before is told, and bytes that a framework has read are taken", async () => {
    const handlers = { paid: () => {} };
    const drain = async (request: object): Promise<Uint8Array> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      return Buffer.concat(chunks);
    };
    const read = await listen({ secret, handlers }, async (request) => void (await drain(request)));
    expect(await send(read.url, paid)).toEqual([500, "The receiver failed."]);
    expect(read.problems).toEqual([expect.stringMatching(/^The body of a webhook was read before it came here/)]);
    const raw = await listen(
      { secret, handlers },
      async (request) => void Object.assign(request, { body: await drain(request) }),
    );
    expect(await send(raw.url, paid)).toEqual([202, ""]);
  });

  it("an answer that cannot be written is told, and each of several cookies is sent", async () => {
    const cookies = new Headers([
      ["set-cookie", "a=1"],
      ["set-cookie", "b=2"],
    ]);
    const answers = [new Response("a"), Response.error(), new Response(null, { headers: cookies })];
    await answers[0]?.text();
    const { url, problems } = await listen({ secret, handlers: { paid: () => answers.shift() } });
    expect(await send(url, paid)).toEqual([500, ""]);
    expect(await send(url, paid)).toEqual([500, ""]);
    expect(problems).toEqual(Array(2).fill("The answer to a webhook could not be written."));
    const signed = await signWebhook(secret, { id: "msg_1", sentAt: new Date(), body: new TextEncoder().encode(paid) });
    const answer = await fetch(url, { method: "POST", body: paid, headers: signed });
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  });

  it("a sender that goes away in the middle is told of, and hurts nobody", async () => {
    const { url, problems } = await listen({ secret, handlers: { paid: () => {} } });
    const { request } = await import("node:http");
    const sending = request(url, { method: "POST", headers: { "content-length": "100" } });
    sending.on("error", () => {});
    sending.write("half");
    await new Promise((resolve) => setTimeout(resolve, 50));
    sending.destroy();
    await expect.poll(() => problems).toEqual(["The body of a webhook broke off after 4 bytes."]);
    expect(await send(url, paid)).toEqual([202, ""]);
  });

  it("methods that are none are refused", async () => {
    const { url } = await listen({ unsigned: true, handlers: { paid: () => {} } } as Partial<Options>);
    const { request } = await import("node:http");
    const status = await new Promise((resolve) => {
      request(url, { method: "TRACE" }, (answer) => resolve(answer.resume().statusCode)).end();
    });
    expect(status).toBe(405);
  });
});

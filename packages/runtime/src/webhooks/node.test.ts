import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { described, type Options, paid } from "../../test/receive.js";
import type { WebhookContext } from "./handler.js";
import { webhookListener } from "./node.js";
import type { WebhookProblem } from "./problem.js";
import { signWebhook } from "./sign-webhook.js";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

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
      paid: (event: unknown, { id, url, query }: WebhookContext) => ({
        status: 200,
        // A cast because the platform's query has no name for compilers that do not know it.
        body: { event, id, url, a: (query as URLSearchParams).get("a") },
        headers: { "x-a": "b" },
      }),
    };
    const { url, problems } = await listen({ secret, handlers });
    const body = '{"event":{"type":"paid"},"text":"tägl 🫖"}';
    const [status, text] = await send(url, body);
    expect([status, JSON.parse(text)]).toEqual([
      200,
      { event: JSON.parse(body), id: "msg_1", url: "http://localhost/hook?a=1", a: "1" },
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

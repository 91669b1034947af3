import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signWebhook } from "@facsimile/runtime/webhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outcome, runIn } from "./run-facsimile.js";

const document = `openapi: 3.1.0
info: { title: Orders, version: 1.0.0 }
paths: {}
webhooks:
  orderPaid:
    post:
      parameters:
        - { name: X-Event, in: header, required: true, schema: { type: string, const: order.paid } }
        - { name: X-Trace, in: header, schema: { type: string, const: abc } }
      requestBody:
        required: true
        content: { application/json: { example: { id: 7 }, schema: { type: object, properties: { id: { type: integer } } } } }
      responses:
        "200": { description: Noted., content: { application/json: { schema: { type: object, required: [kept, at], properties: { kept: { type: boolean }, at: { type: string, readOnly: true } } } } } }
        "410": { description: Send no more. }
  orderLost:
    post:
      parameters:
        - { name: X-Event, in: header, required: true, schema: { type: string }, example: "lost\\r\\nX-Other: 1\\e[31m" }
      responses: { "204": { description: Noted. } }
  order.sent:
    put:
      requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, required: [id], properties: { id: { const: a b } } } } } }
      responses: { "204": { description: Noted. } }
`;

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const folder = mkdtempSync(join(tmpdir(), "facsimile-send-"));
const received: { method: string; headers: Record<string, unknown>; body: Buffer }[] = [];
let answer: readonly [status: number, body: string] = [200, "{}"];
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push({ method: request.method ?? "", headers: request.headers, body: Buffer.concat(chunks) });
  response.writeHead(answer[0], { "content-type": "application/json" }).end(answer[1]);
});
let url: string;

beforeAll(async () => {
  writeFileSync(join(folder, "orders.yaml"), document);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close().closeAllConnections();
  rmSync(folder, { recursive: true });
});

function send(webhook: string, more: readonly string[] = [], env: Record<string, string> = {}): Promise<Outcome> {
  return runIn(folder, ["mock", "orders.yaml", "--send", webhook, "--to", `${url}/hook?token=1`, ...more], { env });
}

describe("facsimile mock --send", () => {
  it("sends an example, signed, and says how it was answered", async () => {
    answer = [200, '{"kept":true}'];
    const { code, out } = await send("orderPaid", [], { FACSIMILE_WEBHOOK_SECRET: secret });
    expect([code, out]).toEqual([0, `POST ${url}/hook 200  (orderPaid, an example, signed)\n`]);
    const { method, headers, body } = received.at(-1) ?? { method: "", headers: {}, body: Buffer.alloc(0) };
    expect([method, headers["x-event"], body.toString()]).toEqual(["POST", "order.paid", '{"id":7}']);
    // What is not required is not sent.
    expect(headers["x-trace"]).toBeUndefined();
    const sentAt = new Date(Number(headers["webhook-timestamp"]) * 1000);
    const expected = await signWebhook(secret, { id: String(headers["webhook-id"]), sentAt, body });
    expect(headers).toMatchObject(expected);
  });

  it("makes a value where there is no example, in the media type that is stated", async () => {
    answer = [204, ""];
    expect(await send("order.sent")).toMatchObject({
      code: 0,
      out: `PUT ${url}/hook 204  (order.sent, a made value, not signed)\n`,
    });
    expect(received.at(-1)).toMatchObject({ method: "PUT", body: Buffer.from("id=a+b") });
    expect((await send("orderSent")).code).toBe(0);
  });

  const answers: readonly (readonly [string, typeof answer, string])[] = [
    ["a status that is not stated", [500, "{}"], "  It was answered with 500, and the document states 200, 410.\n"],
    ["a redirect", [302, "{}"], "  It was answered with 302, and the document states 200, 410.\n"],
    ["what is no JSON", [200, "kept"], "  The body of the answer is not JSON.\n"],
    ["a body that does not fit", [200, '{"kept":1}'], "  The body of the answer must be boolean at /kept.\n"],
  ];
  it.each(answers)("finds %s", async (_what, given, finding) => {
    answer = given;
    const { code, out } = await send("orderPaid");
    expect([code, out]).toEqual([1, `POST ${url}/hook ${given[0]}  (orderPaid, an example, not signed)\n${finding}`]);
  });

  it("sends no header with a line break, and shows none", async () => {
    const { code, err } = await send("orderLost");
    expect([code, err]).toEqual([
      1,
      'facsimile mock: the document has a header that cannot be sent: "X-Event" with the value "lost\\r\\nX-Other: 1\\u001b[31m"\n',
    ]);
  });

  it("reads no more of an answer than anybody needs", async () => {
    answer = [200, "a".repeat(9 * 1024 * 1024)];
    const { code, err } = await send("orderPaid");
    expect([code, err]).toEqual([1, expect.stringContaining("its answer has more than 8388608 bytes")]);
  });

  it("says what is wrong with what it was told, without the secret", async () => {
    expect(await send("orderPayed")).toMatchObject({
      code: 1,
      err: 'facsimile mock: the document has no webhook "orderPayed"; it has orderPaid, orderLost, orderSent\n',
    });
    const bad = await send("orderPaid", ["--secret", "täglich"]);
    expect([bad.code, bad.err]).toEqual([
      1,
      "facsimile mock: the secret is none of Standard Webhooks, which is whsec_ and base64\n",
    ]);
    const wrong = [
      ["--send", "orderPaid"],
      ["--to", url],
      ["--send", "orderPaid", "--to", "ftp://a"],
      ["--send", "a", "--to", url, "--port", "1"],
    ];
    for (const args of wrong) expect((await runIn(folder, ["mock", "orders.yaml", ...args])).code).toBe(2);
    server.close().closeAllConnections();
    const silent = await send("orderPaid");
    expect([silent.code, silent.err]).toEqual([
      1,
      expect.stringMatching(/^facsimile mock: http:\S+ gave no answer: .+\n$/),
    ]);
  });
});

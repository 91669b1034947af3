import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { receiveWebhook } from "./receive-webhook.js";
import { signWebhook } from "./sign-webhook.js";

/** The vector that the libraries of Standard Webhooks are tested with. */
const vector = {
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
  timestamp: 1614265330,
  body: '{"test": 2432232314}',
  signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};

const other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
const described = { noted: { method: "POST", content: { "application/json": "json" }, status: 204 } } as const;

beforeEach(() => {
  vi.useFakeTimers({ now: vector.timestamp * 1000, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Sent {
  readonly secret?: string | readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly prefix?: string;
}

/** What comes of an event that is signed as the vector is, but for what is said. */
async function receive({ secret = vector.secret, headers, body = vector.body, prefix = "webhook" }: Sent = {}) {
  const { id, timestamp, signature } = vector;
  const signed = {
    [`${prefix}-id`]: id,
    [`${prefix}-timestamp`]: String(timestamp),
    [`${prefix}-signature`]: signature,
  };
  const request = new Request("https://me.example/hook", { method: "POST", body, headers: { ...signed, ...headers } });
  const problems: string[] = [];
  const handled: unknown[] = [];
  const answer = await receiveWebhook(described, request, {
    secret,
    handlers: { noted: (event: unknown, context: unknown) => void handled.push(event, context) },
    onProblem: ({ message }) => problems.push(message),
  });
  return { status: answer.status, text: await answer.text(), problems, handled };
}

describe("an event that is signed", () => {
  it("is handled, with its id and time", async () => {
    const { status, handled, problems } = await receive();
    expect([status, problems]).toEqual([204, []]);
    expect(handled).toMatchObject([
      { test: 2432232314 },
      { webhook: "noted", id: vector.id, timestamp: new Date(vector.timestamp * 1000) },
    ]);
  });

  const fine: readonly (readonly [string, Sent])[] = [
    ["by a secret without its prefix", { secret: vector.secret.slice(6) }],
    ["by the older of two secrets", { secret: [other, vector.secret] }],
    [
      "by the second of several signatures",
      { headers: { "webhook-signature": `v1,${"A".repeat(43)}= v1a,x ${vector.signature}` } },
    ],
    ["under the older names of the headers", { prefix: "svix" }],
    ["by this module", {}],
  ];
  it.each(fine)("%s", async (_how, sent) => {
    expect(await receive(sent)).toMatchObject({ status: 204, problems: [] });
  });

  it("has the signature that is published", async () => {
    const sentAt = new Date(vector.timestamp * 1000 + 999);
    const body = new TextEncoder().encode(vector.body);
    expect(await signWebhook(vector.secret, { id: vector.id, sentAt, body })).toEqual({
      "webhook-id": vector.id,
      "webhook-timestamp": String(vector.timestamp),
      "webhook-signature": vector.signature,
    });
    const both = await signWebhook([other, vector.secret], { id: vector.id, sentAt, body });
    expect(await receive({ headers: both })).toMatchObject({ status: 204 });
  });
});

describe("an event is refused", () => {
  const missing = "it has not all of webhook-id, webhook-timestamp and webhook-signature";
  const bad = "no signature of it fits";
  const table: readonly (readonly [string, Sent, string])[] = [
    ["without an id", { headers: { "webhook-id": "" } }, missing],
    ["without a signature", { headers: { "webhook-signature": "" } }, missing],
    ["signed by another", { secret: other }, bad],
    ["with another body", { body: `${vector.body} ` }, bad],
    ["with another id", { headers: { "webhook-id": "msg_other" } }, bad],
    [
      "whose signature is of another kind",
      { headers: { "webhook-signature": vector.signature.replace("v1", "v2") } },
      bad,
    ],
    ["whose signature is cut", { headers: { "webhook-signature": vector.signature.slice(0, -2) } }, bad],
    ["whose signature is empty", { headers: { "webhook-signature": "v1," } }, bad],
    ["whose time is another", { headers: { "webhook-timestamp": String(vector.timestamp + 1) } }, bad],
    [
      "whose time is no number",
      { headers: { "webhook-timestamp": `${vector.timestamp}x` } },
      "its webhook-timestamp is no number of seconds",
    ],
    [
      "whose time is long ago",
      { headers: { "webhook-timestamp": String(vector.timestamp - 301) } },
      "its webhook-timestamp is more than five minutes old",
    ],
    [
      "whose time is to come",
      { headers: { "webhook-timestamp": String(vector.timestamp + 301) } },
      "its webhook-timestamp is more than five minutes ahead",
    ],
  ];
  it.each(table)("%s", async (_how, sent, reason) => {
    const { status, text, problems, handled } = await receive(sent);
    expect([status, text, problems, handled]).toEqual([
      401,
      `A webhook was refused: ${reason}.`,
      [`A webhook was refused: ${reason}.`],
      [],
    ]);
  });

  it("five minutes later, and not before", async () => {
    vi.setSystemTime((vector.timestamp + 300) * 1000);
    expect(await receive()).toMatchObject({ status: 204 });
    vi.setSystemTime((vector.timestamp + 300) * 1000 + 1);
    expect(await receive()).toMatchObject({ status: 401 });
  });
});

describe("options without a secret are told at once", () => {
  const table: readonly (readonly [string, string | readonly string[], RegExp])[] = [
    ["an empty one", "", /is missing/],
    ["an empty list", [], /is an empty list/],
    ["a prefix alone", "whsec_", /is no secret of Standard Webhooks/],
    ["what is no base64", "whsec_täglich", /is no secret of Standard Webhooks/],
    ["a public key", "whpk_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", /is a key for asymmetric signatures/],
  ];
  it.each(table)("%s", async (_what, secret, message) => {
    const error = await receive({ secret }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "InvalidRequestError", message: expect.stringMatching(message) });
    expect(String(error)).not.toMatch(/täglich|MfKQ9r8/);
  });

  it("and so is none, or more than one way", async () => {
    const request = new Request("https://me.example", { method: "POST" });
    const ways: readonly object[] = [{}, { secret: undefined }, { unsigned: false }, { secret: other, unsigned: true }];
    for (const way of ways) {
      // A cast because compilers refuse each of them.
      const options = { handlers: { noted: () => {} }, ...way } as unknown as { unsigned: true; handlers: object };
      await expect(receiveWebhook(described, request, options)).rejects.toThrow(/one of secret, verify and unsigned/);
    }
  });
});

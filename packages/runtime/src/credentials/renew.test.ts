import { describe, expect, it } from "vitest";
import type { SecurityScheme } from "../security.js";
import { call } from "../testing/api.js";
import { json, serve } from "../testing/serve.js";
import { writeApiKey } from "./api-key.js";
import { writeBasic } from "./basic.js";
import type { CredentialSource } from "./credential.js";
import { renew } from "./renew.js";

const key: SecurityScheme = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey };
const basic: SecurityScheme = { name: "key", type: "http", scheme: "basic", write: writeBasic };

/** The statuses of calls that are sent at once to an API that takes one credential alone. */
async function statuses(scheme: SecurityScheme, source: CredentialSource<unknown>, valid: string, calls = 1) {
  const { url, asked } = await serve((request, response) => {
    const { "x-key": sent = request.headers.authorization } = request.headers;
    json(response, 1, sent === valid ? 200 : 401);
  });
  const one = { security: [[{ scheme }]] };
  const results = await Promise.all(
    Array.from({ length: calls }, () => call(url, one, {}, { credentials: { key: source } })),
  );
  return { statuses: results.map(({ statusCode }) => statusCode), requests: asked.length };
}

describe("a credential that is renewed", () => {
  it("is asked for again once the API answers 401, with what was given before", async () => {
    const refused: unknown[] = [];
    const source = renew<string>((before) => {
      refused.push(before);
      return before === undefined ? "old" : "new";
    });
    expect(await statuses(key, source, "new")).toEqual({ statuses: [200], requests: 2 });
    expect(refused).toEqual([undefined, "old"]);
  });

  it("is left alone where it had no part in what was refused", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1, 401));
    const other: SecurityScheme = { name: "other", type: "http", scheme: "basic", write: writeBasic };
    const missing: SecurityScheme = { name: "missing", type: "http", scheme: "bearer", write: writeBasic };
    const security = [[{ scheme: key }, { scheme: missing }], [{ scheme: other }]];
    const credentials = {
      key: renew<string>(() => "k"),
      missing: () => undefined,
      other: { username: "ann", password: "secret" },
    };
    await call(url, { security }, {}, { credentials });
    expect(asked.map(({ headers }) => [headers["x-key"], headers.authorization])).toEqual([
      [undefined, `Basic ${btoa("ann:secret")}`],
    ]);
  });

  it("is asked for again where it was obtained for an alternative before that was not met", async () => {
    const { url, asked } = await serve(({ headers }, response) => {
      json(response, 1, headers["x-key"] === "new" ? 200 : 401);
    });
    const missing: SecurityScheme = { ...key, name: "missing" };
    const security = [[{ scheme: key }, { scheme: missing }], [{ scheme: key }]];
    const source = renew<string>((before) => (before === undefined ? "old" : "new"));
    const credentials = { key: source, missing: () => undefined };
    expect((await call(url, { security }, {}, { credentials })).statusCode).toBe(200);
    expect(asked.map(({ headers }) => headers["x-key"])).toEqual(["old", "new"]);
  });

  it("is asked for again together with the others of its alternative, each with what it gave itself", async () => {
    const { url, asked } = await serve(({ headers }, response) => {
      json(response, 1, headers["x-key"] === "new key" && headers["x-app"] === "new app" ? 200 : 401);
    });
    const app: SecurityScheme = { ...key, name: "app", parameter: "X-App" };
    const fixed: SecurityScheme = { ...key, name: "fixed", parameter: "X-Fixed" };
    const refused: unknown[] = [];
    const sourceOf = (name: string) =>
      renew<string>((before) => {
        refused.push(before);
        return `${before === undefined ? "old" : "new"} ${name}`;
      });
    const credentials = { key: sourceOf("key"), app: sourceOf("app"), fixed: "the same" };
    const security = [[{ scheme: key }, { scheme: app }, { scheme: fixed }]];
    expect(await call(url, { security }, {}, { credentials })).toMatchObject({ ok: true });
    expect(asked).toHaveLength(2);
    expect(refused).toEqual([undefined, undefined, "old key", "old app"]);
  });

  it("is asked for once by twenty calls, which wait for it", async () => {
    let asked = 0;
    const source = renew<string>(async (before) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return before === undefined ? "old" : "new";
    });
    expect((await statuses(key, source, "new", 20)).statuses).toEqual(Array(20).fill(200));
    expect(asked).toBe(2);
  });

  it("is not asked for a third time in a call", async () => {
    let asked = 0;
    const source = renew<string>(() => {
      asked += 1;
      return `${asked}`;
    });
    expect(await statuses(key, source, "none of them")).toEqual({ statuses: [401], requests: 2 });
    expect(asked).toBe(2);
  });

  it("may be a user name and a password", async () => {
    const source = renew<{ username: string; password: string }>((before) => {
      return { username: "ann", password: before === undefined ? "yesterday" : "today" };
    });
    const valid = `Basic ${btoa("ann:today")}`;
    expect((await statuses(basic, source, valid)).statuses).toEqual([200]);
  });

  it("is asked for anew after it could not be had", async () => {
    let asked = 0;
    const source = renew<string>(() => {
      asked += 1;
      if (asked === 1) throw new Error("offline");
      return "new";
    });
    await expect(statuses(key, source, "new")).rejects.toThrow("cannot use credential key: it could not be read");
    expect((await statuses(key, source, "new")).statuses).toEqual([200]);
  });
});

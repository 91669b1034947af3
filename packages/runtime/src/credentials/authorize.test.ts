import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { CredentialsError } from "../errors/credentials.js";
import type { SecurityAlternative, SecurityScheme } from "../security.js";
import { send } from "../send.js";
import { call, clientOf, operation, rejection } from "../testing/api.js";
import { json, serve } from "../testing/serve.js";
import { writeApiKey } from "./api-key.js";
import { writeBasic } from "./basic.js";
import { renew } from "./renew.js";
import { writeToken } from "./token.js";

const basic: SecurityScheme = { name: "basic", type: "http", scheme: "basic", write: writeBasic };
const bearer: SecurityScheme = { name: "bearer", type: "http", scheme: "bearer", write: writeToken };
const header: SecurityScheme = {
  name: "header",
  type: "apiKey",
  in: "header",
  parameter: "X-Api-Key",
  write: writeApiKey,
};
const query: SecurityScheme = { name: "query", type: "apiKey", in: "query", parameter: "api&key", write: writeApiKey };
const query2: SecurityScheme = { name: "query2", type: "apiKey", in: "query", parameter: "app", write: writeApiKey };
const cookie: SecurityScheme = {
  name: "cookie",
  type: "apiKey",
  in: "cookie",
  parameter: "session",
  write: writeApiKey,
};
const prefixed: SecurityScheme = {
  name: "prefixed",
  type: "apiKey",
  in: "header",
  parameter: "Authorization",
  prefix: "Apikey ",
  write: writeApiKey,
};
const digest: SecurityScheme = { name: "digest", type: "http", scheme: "digest", write: writeToken };
const oauth: SecurityScheme = { name: "oauth", type: "oauth2", write: writeToken };
const openId: SecurityScheme = { name: "openId", type: "openIdConnect", write: writeToken };
const mutual: SecurityScheme = { name: "mutual", type: "mutualTLS" };

const all = (...schemes: SecurityScheme[]): SecurityAlternative => schemes.map((scheme) => ({ scheme }));

/** What reaches the wire of one request. */
async function wire(security: readonly SecurityAlternative[] | undefined, credentials: object, more = {}, input = {}) {
  const { url, asked } = await serve((_, response) => json(response, 1));
  await call(url, { ...(security && { security }), ...more }, input, { credentials });
  const { authorization, cookie, ...headers } = asked[0]?.headers ?? {};
  return { url: asked[0]?.url, authorization, cookie, key: headers["x-api-key"] };
}

describe("a credential that is nothing", () => {
  const nothing = [undefined, null, () => undefined, async () => null, renew<string>(() => undefined)];

  it.each(nothing)("leaves its alternative unmet, and the next is sent (%#)", async (given) => {
    const { key, authorization } = await wire([all(bearer), all(header)], { bearer: given, header: "k" });
    expect([authorization, key]).toEqual([undefined, "k"]);
  });

  it.each(nothing)("is sent as nothing where the operation needs nothing (%#)", async (given) => {
    expect((await wire([all(bearer), all()], { bearer: given })).authorization).toBeUndefined();
  });

  it.each(nothing)("is said where there is no other alternative (%#)", async (given) => {
    await expect(wire([all(bearer)], { bearer: given })).rejects.toThrow("needs credentials: bearer");
  });

  it("is asked for once in a request, in however many alternatives", async () => {
    let asked = 0;
    const given = (): string => {
      asked += 1;
      return `token-${asked}`;
    };
    await wire([all(bearer, header), all(bearer)], { bearer: given, header: () => undefined });
    expect(asked).toBe(1);
  });

  it("that gives nothing at once is not asked for again in the next alternative", async () => {
    let asked = 0;
    const nothing = (): undefined => {
      asked += 1;
    };
    await wire([all(bearer, header), all(bearer), all()], { bearer: nothing, header: "k" });
    expect(asked).toBe(1);
  });
});

describe("a scheme that is the caller's own to meet", () => {
  it("counts as met where no credential is given, and gives way to one that is", async () => {
    const security = [all(mutual), all(header)];
    expect((await wire(security, {})).key).toBeUndefined();
    expect((await wire(security, { header: "given" })).key).toBe("given");
  });
});

describe("a scheme", () => {
  it("may have the name of what every object has, and is not met by that", async () => {
    const named = (name: string): SecurityScheme => ({ ...header, name }) as SecurityScheme;
    const security = [all(named("constructor")), all(named("__proto__"))];
    expect((await wire(security, { constructor: "given" })).key).toBe("given");
    expect((await wire(security, JSON.parse('{ "__proto__": "given" }'))).key).toBe("given");
    await expect(wire(security, {})).rejects.toThrow("needs credentials: constructor, or __proto__");
  });

  it("sends HTTP basic in UTF-8", async () => {
    const { authorization = "" } = await wire([all(basic)], { basic: { username: "Änn", password: "pä:ss€" } });
    expect(Buffer.from(authorization.replace("Basic ", ""), "base64").toString()).toBe("Änn:pä:ss€");
  });

  it("sends HTTP basic as it is given for each call", async () => {
    const sent = [
      { username: "ann", password: "one" },
      { username: "ann", password: "two" },
      { username: "bob", password: "two" },
      { username: "ann", password: "one" },
    ];
    const read: string[] = [];
    for (const given of sent) {
      const { authorization = "" } = await wire([all(basic)], { basic: given });
      read.push(atob(authorization.replace("Basic ", "")));
    }
    expect(read).toEqual(["ann:one", "ann:two", "bob:two", "ann:one"]);
  });

  it.each([
    [bearer, "Bearer t"],
    [oauth, "Bearer t"],
    [openId, "Bearer t"],
    [digest, "Digest t"],
    [prefixed, "Apikey t"],
  ] as const)("sends $name as authorization", async (scheme, sent) => {
    expect((await wire([all(scheme)], { [scheme.name]: "t" })).authorization).toBe(sent);
  });

  it("sends a key in a header, in the query beside other parameters, and in a cookie beside others", async () => {
    const parameters = [
      { name: "q", in: "query" },
      { name: "c", in: "cookie" },
    ] as const;
    const input = { query: { q: 1 }, cookie: { c: 2 } };
    const sent = await wire(
      [all(header, query, cookie)],
      { header: "h", query: "q&=", cookie: "c" },
      { parameters },
      input,
    );
    expect(sent).toMatchObject({ key: "h", url: "/thing?q=1&api%26key=q%26%3D", cookie: "c=2; session=c" });
  });

  it("sends two keys in the query", async () => {
    expect((await wire([all(query, query2)], { query: "q", query2: "p" })).url).toBe("/thing?api%26key=q&app=p");
  });

  it("of mutual TLS is left to the platform", async () => {
    expect((await wire([all(mutual, header)], { header: "h" })).key).toBe("h");
  });
});

describe("alternatives", () => {
  it("are tried in order, and the first that is given whole is used", async () => {
    const security = [all(basic, header), all(bearer), all(header)];
    expect(await wire(security, { header: "h", bearer: "b" })).toMatchObject({
      authorization: "Bearer b",
      key: undefined,
    });
    expect(await wire(security, { header: "h" })).toMatchObject({ authorization: undefined, key: "h" });
    expect(await wire(security, { header: "h", basic: { username: "a", password: "b" } })).toMatchObject({ key: "h" });
  });

  it("that need nothing come last, and none at all send nothing", async () => {
    expect(await wire([[], all(header)], { header: "h" })).toMatchObject({ key: "h" });
    expect(await wire([[], all(header)], {})).toMatchObject({ key: undefined });
    expect(await wire([], { header: "h" })).toMatchObject({ key: undefined });
    expect(await wire(undefined, { header: "h" })).toMatchObject({ key: undefined });
  });

  it("of which none is met are an error that names them, and nothing is sent", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const called = call(url, { security: [all(basic, header), all(bearer)] }, {}, { credentials: { header: "h" } });
    const error = await rejection(called);
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({
      message: "getThing needs credentials: basic and header, or bearer",
      operation: "getThing",
      url: `${url}/thing`,
    });
    expect(asked).toHaveLength(0);
  });
});

describe("a credential", () => {
  it("may be a function, which is called for each request", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    let number = 0;
    const client = clientOf(url, { credentials: { bearer: async () => `t${++number}` } });
    const called = operation({ security: [all(bearer)] });
    for (let i = 0; i < 2; i++) await send(client, called, {});
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(["Bearer t1", "Bearer t2"]);
  });

  it("whose function fails is an error with that cause", async () => {
    const cause = new Error("vault is closed");
    const fails = call(
      "https://api.example",
      { security: [all(bearer)] },
      {},
      { credentials: { bearer: () => Promise.reject(cause) } },
    );
    const error = await rejection(fails);
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toMatchObject({
      message: "getThing cannot use credential bearer: it could not be read",
      cause,
    });
  });

  it.each([
    ["a line end", bearer, "canary\r\nx-evil: 1", "it holds a line end"],
    ["a trailing line end", header, "canary\n", "it holds a line end"],
    ["NUL", header, "canary\0", "it holds a line end or another character"],
    ["beyond Latin-1", bearer, "canary\u2026", "it holds a line end or another character"],
    ["nothing", bearer, "", "it is not a text, or is empty"],
    ["no text", bearer, { canary: 1 }, "it is not a text, or is empty"],
    [
      "a colon in the user name",
      basic,
      { username: "can:ary", password: "canary" },
      "it needs a username without a colon",
    ],
    ["a text for basic", basic, "canary", "it needs a username without a colon, and a password"],
    ["half a surrogate pair", basic, { username: "canary", password: "canary\ud800" }, "it could not be read"],
    ["a semicolon in a cookie", cookie, "canary;x", "it holds a character that no cookie may hold"],
  ])("that holds %s is refused and not shown", async (_, scheme, value, reason) => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    const error = await rejection(
      call(url, { security: [all(scheme)] }, {}, { credentials: { [scheme.name]: value } }),
    );
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toContain(`getThing cannot use credential ${scheme.name}: ${reason}`);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("canary");
    expect(asked).toHaveLength(0);
  });
});

describe("an access token of a source", () => {
  function source() {
    const refused: (string | undefined)[] = [];
    return {
      refused,
      get: async (old?: string) => {
        refused.push(old);
        return `token-${refused.length}`;
      },
    };
  }

  it("that is answered with 401 is replaced, and the call repeated once", async () => {
    const { url, asked } = await serve((asked, response) =>
      json(response, 1, asked.headers.authorization === "Bearer token-1" ? 401 : 200),
    );
    const oauth2 = source();
    const result = await call(url, { method: "POST", security: [all(oauth)] }, {}, { credentials: { oauth: oauth2 } });
    expect(result.ok).toBe(true);
    expect(oauth2.refused).toEqual([undefined, "token-1"]);
    expect(asked).toHaveLength(2);
  });

  it("is not replaced a second time", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1, 401));
    const result = await call(url, { security: [all(oauth)] }, {}, { credentials: { oauth: source() } });
    expect(result.statusCode).toBe(401);
    expect(asked).toHaveLength(2);
  });

  it("is not replaced where a stream was sent, or where the token is a text", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1, 401));
    const upload = { method: "POST", body: { content: { "application/octet-stream": {} } } } as const;
    await call(
      url,
      { ...upload, security: [all(oauth)] },
      { body: new Blob(["x"]).stream() },
      { credentials: { oauth: source() } },
    );
    await call(url, { security: [all(oauth)] }, {}, { credentials: { oauth: "text" } });
    expect(asked).toHaveLength(2);
  });
});

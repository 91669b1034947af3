import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type CredentialsError, isCredentialsError } from "../errors/credentials.js";
import { authorizationUrl, createPkce, type OAuth2Options, type OAuth2Tokens, oauth2 } from "./index.js";

interface Asked {
  readonly fields: Record<string, string>;
  readonly headers: IncomingMessage["headers"];
}

type Answer = (asked: Asked, response: ServerResponse, number: number) => void;

const servers: Server[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A token endpoint on loopback, and what it was asked. */
async function tokenEndpoint(answer: Answer): Promise<{ tokenUrl: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk) => {
      text += chunk;
    });
    request.on("end", () => {
      const one = { fields: Object.fromEntries(new URLSearchParams(text)), headers: request.headers };
      asked.push(one);
      answer(one, response, asked.length);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { tokenUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, asked };
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Gives `access-1`, `access-2`, … and, unless told otherwise, nothing else. */
function issue(more: (number: number) => object = () => ({})): Answer {
  return (_, response, number) =>
    json(response, { access_token: `access-${number}`, token_type: "bearer", ...more(number) });
}

const client = { clientId: "client-1", refreshToken: "canary-refresh" } as const;

describe("grants", () => {
  it("refreshes with a form that names the client", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    expect(await oauth2({ ...client, tokenUrl, scopes: ["user_read", "user_write"] }).accessToken()).toBe("access-1");
    expect(asked[0]?.fields).toEqual({
      grant_type: "refresh_token",
      refresh_token: "canary-refresh",
      scope: "user_read user_write",
      client_id: "client-1",
    });
    expect(asked[0]?.headers).toMatchObject({
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
    });
  });

  it("asks with the client's own credentials, as HTTP basic with both parts encoded as a form, or in the form", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const options = { tokenUrl, clientId: "a:b c", clientSecret: "é/+", clientCredentials: true } as const;
    await oauth2(options).accessToken();
    await oauth2({ ...options, clientAuthentication: "form" }).accessToken();
    expect(asked[0]?.fields).toEqual({ grant_type: "client_credentials" });
    expect(atob(String(asked[0]?.headers.authorization).slice("Basic ".length))).toBe("a%3Ab+c:%C3%A9%2F%2B");
    expect(asked[1]?.fields).toEqual({ grant_type: "client_credentials", client_id: "a:b c", client_secret: "é/+" });
    expect(asked[1]?.headers.authorization).toBeUndefined();
  });

  it("exchanges a code once, with its verifier, and refreshes with what came with it", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue((number) => ({ refresh_token: `refresh-${number}` })));
    const source = oauth2({
      tokenUrl,
      clientId: "client-1",
      scopes: ["a"],
      authorizationCode: { code: "code-1", redirectUri: "https://app.example/back", codeVerifier: "verifier-1" },
    });
    const first = await source.accessToken();
    await source.accessToken(first);
    await source.accessToken("access-2");
    expect(asked.map(({ fields }) => fields)).toEqual([
      {
        grant_type: "authorization_code",
        code: "code-1",
        redirect_uri: "https://app.example/back",
        code_verifier: "verifier-1",
        client_id: "client-1",
      },
      { grant_type: "refresh_token", refresh_token: "refresh-1", client_id: "client-1" },
      { grant_type: "refresh_token", refresh_token: "refresh-2", client_id: "client-1" },
    ]);
  });

  it("says that a code is used up where no refresh token came with it", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const source = oauth2({
      tokenUrl,
      clientId: "c",
      authorizationCode: { code: "x", redirectUri: "https://app.example" },
    });
    const first = await source.accessToken();
    await expect(source.accessToken(first)).rejects.toThrow("authorize again");
    expect(asked.length).toBe(1);
  });
});

describe("renewal", () => {
  it("asks once for 50 calls at the same time", async () => {
    const { tokenUrl, asked } = await tokenEndpoint((...args) => setTimeout(() => issue()(...args), 20));
    const source = oauth2({ ...client, tokenUrl });
    const tokens = await Promise.all(Array.from({ length: 50 }, () => source.accessToken()));
    expect(new Set(tokens)).toEqual(new Set(["access-1"]));
    expect(asked.length).toBe(1);
  });

  it("asks once more for 50 calls that were refused, also for those that learn it late", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const source = oauth2({ ...client, tokenUrl });
    const refused = await source.accessToken();
    const renewed = await Promise.all(Array.from({ length: 49 }, () => source.accessToken(refused)));
    renewed.push(await source.accessToken(refused));
    expect(new Set(renewed)).toEqual(new Set(["access-2"]));
    expect(asked.length).toBe(2);
  });

  it("rejects all 50 calls when the refresh fails, after one request, and works again when the server does", async () => {
    const { tokenUrl, asked } = await tokenEndpoint((one, response, number) =>
      number === 1 ? json(response, { error: "temporarily_unavailable" }, 503) : issue()(one, response, number),
    );
    const source = oauth2({ ...client, tokenUrl });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => source.accessToken()));
    expect(outcomes.every((outcome) => outcome.status === "rejected" && isCredentialsError(outcome.reason))).toBe(true);
    expect(asked.length).toBe(1);
    expect(await source.accessToken()).toBe("access-2");
  });

  it.each([
    ["a number", 3600],
    ["a text", "3600"],
  ])("renews half a minute before expires_in, %s, is over", async (_, expiresIn) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
    const { tokenUrl } = await tokenEndpoint(issue(() => ({ expires_in: expiresIn })));
    const source = oauth2({ ...client, tokenUrl });
    const tokens = [await source.accessToken()];
    for (const second of [3569, 3570]) {
      vi.setSystemTime(1_000_000 + second * 1000);
      tokens.push(await source.accessToken());
    }
    expect(tokens).toEqual(["access-1", "access-1", "access-2"]);
  });

  it.each([undefined, null, "soon", "", -1, 0, {}])(
    "keeps a token until it is refused where expires_in is %j",
    async (expiresIn) => {
      vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
      const { tokenUrl } = await tokenEndpoint(issue(() => ({ expires_in: expiresIn })));
      const source = oauth2({ ...client, tokenUrl });
      await source.accessToken();
      vi.setSystemTime(1e12);
      expect([await source.accessToken(), await source.accessToken("access-1")]).toEqual(["access-1", "access-2"]);
    },
  );

  it.each([
    ["an hour ahead", 3_600_000],
    ["an hour behind", -3_600_000],
  ])("needs no more requests when the clock jumps %s than the jump costs", async (_, jump) => {
    vi.useFakeTimers({ toFake: ["Date"], now: 10_000_000 });
    const { tokenUrl, asked } = await tokenEndpoint(issue(() => ({ expires_in: 1800 })));
    const source = oauth2({ ...client, tokenUrl });
    await source.accessToken();
    vi.setSystemTime(10_000_000 + jump);
    for (let call = 0; call < 10; call++) await source.accessToken();
    // By the clock of the API the token is over: it answers 401.
    await source.accessToken(await source.accessToken());
    expect(asked.length).toBeLessThanOrEqual(3);
  });

  it("uses a token that lives shorter than half a minute for the calls that waited for it", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue(() => ({ expires_in: 5 })));
    const source = oauth2({ ...client, tokenUrl });
    expect(await Promise.all([source.accessToken(), source.accessToken()])).toEqual(["access-1", "access-1"]);
    expect(asked.length).toBe(1);
  });
});

describe("a store", () => {
  const memory = (first?: OAuth2Tokens) => {
    const saved: OAuth2Tokens[] = first ? [first] : [];
    return { saved, load: () => saved.at(-1), save: async (tokens: OAuth2Tokens) => void saved.push(tokens) };
  };

  it("spares the request where it has a token that is still good", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const store = memory({ accessToken: "kept", expiresAt: Date.now() + 100_000 });
    expect(await oauth2({ ...client, tokenUrl, store }).accessToken()).toBe("kept");
    expect(asked.length).toBe(0);
  });

  it("gets what was received, with a refresh token that the server changed or left", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(
      issue((number) => (number === 1 ? { refresh_token: "rotated" } : {})),
    );
    const store = memory();
    const source = oauth2({ ...client, tokenUrl, store });
    await source.accessToken(await source.accessToken());
    expect(store.saved).toEqual([
      { accessToken: "access-1", refreshToken: "rotated" },
      { accessToken: "access-2", refreshToken: "rotated" },
    ]);
    expect(asked.map(({ fields }) => fields.refresh_token)).toEqual(["canary-refresh", "rotated"]);
  });

  it("is asked before each refresh, so that one process uses what another received", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const store = memory();
    const [here, there] = [oauth2({ ...client, tokenUrl, store }), oauth2({ ...client, tokenUrl, store })];
    const first = await here.accessToken();
    await there.accessToken();
    await there.accessToken(first);
    expect(await here.accessToken(first)).toBe("access-2");
    expect(asked.length).toBe(2);
  });

  it("that cannot save rejects the call, and the changed refresh token is not lost", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue((number) => ({ refresh_token: `rotated-${number}` })));
    const broken = new Error("disk full");
    const store = {
      load: () => ({ accessToken: "old", refreshToken: "old-refresh", expiresAt: 1 }),
      save: () => Promise.reject(broken),
    };
    const source = oauth2({ ...client, tokenUrl, store });
    await expect(source.accessToken()).rejects.toBe(broken);
    await expect(source.accessToken("access-1")).rejects.toBe(broken);
    expect(asked.map(({ fields }) => fields.refresh_token)).toEqual(["old-refresh", "rotated-1"]);
  });
});

describe("a token endpoint that fails", () => {
  const secrets = { clientId: "client-1", clientSecret: "canary-secret/+", refreshToken: "canary-refresh-é" };

  async function failure(answer: Answer, more: object = {}): Promise<CredentialsError> {
    const { tokenUrl } = await tokenEndpoint(answer);
    const source = oauth2({ ...secrets, tokenUrl: `${tokenUrl}?hint=canary-query`, ...more } as OAuth2Options);
    const error = await source.accessToken().catch((reason: Error) => reason);
    if (!isCredentialsError(error)) throw new Error(`not a CredentialsError: ${inspect(error)}`);
    const shown = [error, source].map((value) => inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true }));
    const text = [...shown, String(error), error.stack, JSON.stringify(error), JSON.stringify(source)].join("\n");
    expect(text).not.toMatch(/canary|Y2xpZW50/);
    return error;
  }

  it("with an OAuth error is quoted, without the secrets that it repeats", async () => {
    const error = await failure(({ fields }, response) =>
      json(
        response,
        { error: "invalid_grant", error_description: `unknown ${fields.refresh_token}\r\nof canary-secret/+` },
        400,
      ),
    );
    expect(error.message).toBe("no access token: the token endpoint answered 400: invalid_grant: unknown *** of ***");
  });

  it.each<[string, string, Answer]>([
    [
      "an error with status 200",
      "answered 200: server_error",
      (_, response) => json(response, { error: "server_error" }),
    ],
    ["an empty 500", "answered 500 with content type none", (_, response) => response.writeHead(500).end()],
    [
      "HTML",
      "answered 200 with content type text/html",
      (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>canary-refresh-é"),
    ],
    [
      "no access token",
      "answered 200 without an access token",
      (_, response) => json(response, { token_type: "bearer" }),
    ],
    [
      "an empty access token",
      "answered 200 without an access token",
      (_, response) => json(response, { access_token: "" }),
    ],
    ["null", "answered 200 with content type application/json", (_, response) => json(response, null)],
    [
      "a type that is not bearer",
      "with a token of type mac",
      (_, response) => json(response, { access_token: "canary-access", token_type: "mac" }),
    ],
    [
      "a redirect",
      "answered with a redirect",
      (_, response) => response.writeHead(307, { location: "http://127.0.0.1:1/canary" }).end(),
    ],
    ["a reset", "no access token: ", (_, response) => response.socket?.resetAndDestroy()],
    [
      "a body that breaks off",
      "broke off",
      (_, response) =>
        response.writeHead(200, { "content-length": "100" }).write("{", () => response.socket?.destroy()),
    ],
    ["a body without end", "is larger than", (_, response) => response.writeHead(200).end("x".repeat(2 ** 20 + 1))],
  ])("with %s", async (_, message, answer) => {
    expect((await failure(answer)).message).toContain(message);
  });

  it("by never answering is given up after the timeout", async () => {
    const error = await failure(() => {}, { timeout: 50 });
    expect(error.message).toBe("no access token: the token endpoint took longer than 50 ms");
  });
});

describe("options", () => {
  it.each([
    ["http://api.example.com/token", "must be https"],
    ["http://localhost.example.com/token", "must be https"],
    ["http://127.0.0.1.example.com/token", "must be https"],
    ["ftp://localhost/token", "must be https"],
    ["/token", "not an absolute URL"],
    ["https://user:pass@api.example.com/token", "no user info"],
    ["https://api.example.com/token#x", "no fragment"],
  ])("refuse %s", (tokenUrl, message) => {
    expect(() => oauth2({ ...client, tokenUrl })).toThrow(message);
  });

  it.each([
    "https://api.example.com/token",
    "http://localhost:1/token",
    "http://127.0.0.1/token",
    "http://[::1]/token",
  ])("take %s", (tokenUrl) => {
    expect(() => oauth2({ ...client, tokenUrl })).not.toThrow();
  });

  it("refuse no grant and two grants", () => {
    const tokenUrl = "https://api.example.com/token";
    for (const grants of [{}, { refreshToken: "a", clientCredentials: true }]) {
      expect(() => oauth2({ tokenUrl, clientId: "c", ...grants } as OAuth2Options)).toThrow("exactly one");
    }
  });
});

describe("authorization", () => {
  it("derives the challenge as RFC 7636, appendix B, does", async () => {
    const { verifier, challenge } = await createPkce();
    expect(verifier).toMatch(/^[\w-]{43}$/);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
    expect(challenge).toBe(Buffer.from(digest).toString("base64url"));
    expect((await createPkce()).verifier).not.toBe(verifier);
  });

  it("writes the URL that a person is sent to", () => {
    const url = authorizationUrl({
      authorizationUrl: "https://secure.example.com/authorize?tenant=1",
      clientId: "client-1",
      redirectUri: "https://app.example/back",
      state: "s t",
      challenge: "abc",
      scopes: ["user_read", "user_write"],
    });
    expect(url).toBe(
      "https://secure.example.com/authorize?tenant=1&response_type=code&client_id=client-1&redirect_uri=https%3A%2F%2Fapp.example%2Fback&scope=user_read+user_write&state=s+t&code_challenge=abc&code_challenge_method=S256",
    );
  });
});

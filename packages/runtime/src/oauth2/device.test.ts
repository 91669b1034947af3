import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isAbortedError } from "../errors/aborted.js";
import { isCredentialsError } from "../errors/credentials.js";
import type { Fetch } from "../options.js";
import { rejection } from "../testing/api.js";
import { json, unusedUrl } from "../testing/serve.js";
import { type TokenAnswer, tokenEndpoint } from "../testing/token-endpoint.js";
import { authorizeDevice, type DeviceOptions, oauth2 } from "./index.js";

const began = {
  device_code: "canary-device",
  user_code: "WDJB-MJHT",
  verification_uri: "https://example.com/device",
  expires_in: 600,
};
const pending: TokenAnswer = (_, response) => json(response, { error: "authorization_pending" }, 400);
const agreed: TokenAnswer = (_, response) => json(response, { access_token: "access-1", refresh_token: "refresh-1" });

/** A server that begins with a code, and then answers in this order, the last again and again. Notes when it was asked, in seconds. */
async function deviceServer(device: object, ...answers: readonly TokenAnswer[]) {
  const times: number[] = [];
  const start = Date.now();
  const { tokenUrl, asked } = await tokenEndpoint((one, response, number) => {
    if (number === 1) json(response, device);
    else {
      times.push(Math.floor((Date.now() - start) / 1000));
      (answers[number - 2] ?? answers.at(-1) ?? pending)(one, response, number);
    }
  });
  const options: DeviceOptions = { deviceAuthorizationUrl: tokenUrl, tokenUrl, clientId: "client-1", fetch: noting };
  return { options, asked, times };
}

/** Requests that are under way. */
let underWay = 0;

const noting: Fetch = async (url, init) => {
  underWay += 1;
  try {
    const response = await fetch(url, init);
    return new Response(await response.arrayBuffer(), response);
  } finally {
    underWay -= 1;
  }
};

let hurry: ReturnType<typeof setInterval>;

// Time passes fifty times as fast, and stands still while a server works.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  hurry = setInterval(() => underWay === 0 && vi.advanceTimersByTime(250), 5);
});

afterEach(() => {
  clearInterval(hurry);
  vi.useRealTimers();
});

describe("a sign-in on another device", () => {
  it("shows a code, asks until the person has agreed, and gives tokens that renew themselves", async () => {
    const { options, asked } = await deviceServer({ ...began, interval: 1 }, pending, pending, agreed);
    const device = await authorizeDevice({ ...options, scopes: ["read", "write"] });
    expect(device).toMatchObject({ userCode: "WDJB-MJHT", verificationUri: "https://example.com/device" });
    const tokens = await device.tokens();
    expect(tokens).toEqual({ accessToken: "access-1", refreshToken: "refresh-1" });
    expect(asked.map(({ fields }) => fields)).toEqual([
      { scope: "read write", client_id: "client-1" },
      ...Array(3).fill({
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: "canary-device",
        client_id: "client-1",
      }),
    ]);
    const source = oauth2({ ...options, tokens });
    expect(await source.get()).toBe("access-1");
    expect(asked.length).toBe(4);
    await source.get("access-1");
    expect(asked[4]?.fields).toMatchObject({ grant_type: "refresh_token", refresh_token: "refresh-1" });
  });

  it.each([
    ["every five seconds where the server does not say", {}, [pending, agreed], [5, 10]],
    ["as often as it says, as a text too", { interval: "2" }, [pending, agreed], [2, 4]],
    ["once a second at most", { interval: 0.01 }, [pending, agreed], [1, 2]],
    [
      "five seconds later each time that it says so",
      { interval: 1 },
      [
        (_, response) => json(response, { error: "slow_down" }, 400),
        (_, response) => json(response, { error: "slow_down" }, 400),
        agreed,
      ],
      [1, 7, 18],
    ],
    [
      "half as often each time that it is in trouble",
      { interval: 1 },
      [
        (_, response) => response.writeHead(503).end(),
        (_, response) => response.socket?.resetAndDestroy(),
        (_, response) => json(response, {}, 429),
        agreed,
      ],
      [1, 3, 7, 15],
    ],
  ] as const satisfies readonly (readonly [string, object, readonly TokenAnswer[], readonly number[]])[])(
    "asks %s",
    async (_, more, answers, seconds) => {
      const { options, times } = await deviceServer({ ...began, ...more }, ...answers);
      expect(await (await authorizeDevice(options)).tokens()).toMatchObject({ accessToken: "access-1" });
      expect(times).toEqual(seconds);
    },
  );

  it("is over where the person refuses, and where the server says that the code is", async () => {
    for (const code of ["access_denied", "expired_token", "invalid_grant"]) {
      const { options } = await deviceServer({ ...began, interval: 1 }, pending, (_, response) =>
        json(response, { error: code }, 400),
      );
      const error = await rejection((await authorizeDevice(options)).tokens());
      expect(error).toMatchObject({ name: "CredentialsError", code });
      expect(error.message).toBe(`no access token: the token endpoint answered 400: ${code}`);
    }
  });

  it("is over when the code is, also where a server would let it live for ever, or wants to be asked never again", async () => {
    for (const more of [{ expires_in: 3 }, { expires_in: 3, interval: 1e9 }]) {
      const { options } = await deviceServer({ ...began, interval: 1, ...more }, pending);
      const error = await rejection((await authorizeDevice(options)).tokens());
      expect(error).toMatchObject({ message: "no access token: nobody agreed in time", code: "expired_token" });
    }
    for (const more of [{ expires_in: 1e300 }, { expires_in: undefined }]) {
      const { options } = await deviceServer({ ...began, ...more });
      const left = (await authorizeDevice(options)).expiresAt - Date.now();
      expect(left > 3_500_000 && left <= 3_600_000).toBe(true);
    }
  });

  it("goes on after an answer that never comes, and one that never ends", async () => {
    const endless: TokenAnswer = (_, response) => response.writeHead(200).end("x".repeat(2 ** 20 + 1));
    const { options, asked } = await deviceServer({ ...began, interval: 1 }, () => {}, endless, agreed);
    // Here time goes on while a server works.
    const device = await authorizeDevice({ ...options, fetch });
    expect(await device.tokens()).toMatchObject({ accessToken: "access-1" });
    expect(asked.length).toBe(4);
  });

  it("goes along with no redirect", async () => {
    const { options, asked } = await deviceServer({ ...began, interval: 1 }, (_, response) =>
      response.writeHead(307, { location: "/elsewhere" }).end(),
    );
    const error = await rejection((await authorizeDevice(options)).tokens());
    expect(error.message).toBe("no access token: the token endpoint answered with a redirect");
    expect(asked.length).toBe(2);
  });

  it("ends at once when its signal aborts: before, while it waits, and while a server does not answer", async () => {
    const { options, asked } = await deviceServer({ ...began, interval: 1 }, () => {});
    const device = await authorizeDevice(options);
    const early = await rejection(device.tokens({ signal: AbortSignal.abort("early") }));
    const waiting = new AbortController();
    const waited = rejection(device.tokens({ signal: waiting.signal }));
    waiting.abort("waiting");
    const hanging = new AbortController();
    const hung = rejection(device.tokens({ signal: hanging.signal }));
    await vi.waitUntil(() => asked.length === 2);
    hanging.abort("hanging");
    const errors = [early, await waited, await hung];
    expect(errors.every(isAbortedError)).toBe(true);
    expect(errors.map(({ cause }) => cause)).toEqual(["early", "waiting", "hanging"]);
  });
});

describe("a device authorization endpoint that fails", () => {
  it.each([
    [
      "an error",
      { error: "invalid_client", error_description: "no canary-secret here" },
      "invalid_client: no *** here",
    ],
    ["no device code", { ...began, device_code: "" }, "without a device code"],
    ["no code to show", { ...began, user_code: undefined }, "without a code to show"],
    ["a code that moves the cursor", { ...began, user_code: "\u001b[2J" }, "without a code to show"],
    ["a code without end", { ...began, user_code: "A".repeat(65) }, "without a code to show"],
    ["a script to open", { ...began, verification_uri: "javascript:alert(1)" }, "without an https URL to show"],
    ["a page that is read on the way", { ...began, verification_uri: "http://example.com" }, "without an https URL"],
    ["another host behind a name", { ...began, verification_uri: "https://bank@evil.example" }, "without an https"],
    ["no object", [], "without a device code"],
  ])("with %s", async (_, answer, message) => {
    const { options } = await deviceServer(answer);
    const error = await rejection(authorizeDevice({ ...options, clientSecret: "canary-secret" }));
    expect(isCredentialsError(error)).toBe(true);
    expect(error.message).toContain(message);
    expect(error.message).toMatch(/^no device code: the device authorization endpoint answered 200/);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/canary|\[2J/);
  });

  it("by not being there", async () => {
    const url = await unusedUrl();
    const error = await rejection(authorizeDevice({ deviceAuthorizationUrl: url, tokenUrl: url, clientId: "c" }));
    expect(error.message).toContain("no device code: connect ECONNREFUSED");
  });

  it("has what it is not shown: no link is better than a wrong one", async () => {
    const complete = { ...began, verification_uri_complete: "file:///etc/passwd" };
    const device = await authorizeDevice((await deviceServer(complete)).options);
    expect(device.verificationUriComplete).toBeUndefined();
    expect(inspect(device, { depth: 9, showHidden: true })).not.toContain("canary");
  });

  it("is not asked where a secret would be read on the way", async () => {
    const options = { tokenUrl: "https://auth.example.com/token", clientId: "c" };
    const refused = authorizeDevice({ ...options, deviceAuthorizationUrl: "http://auth.example.com/device" });
    await expect(refused).rejects.toThrow("deviceAuthorizationUrl must be https");
  });

  it("repeats its device code in an error, which is taken out", async () => {
    const { options } = await deviceServer({ ...began, interval: 1 }, ({ fields }, response) =>
      json(response, { error: "invalid_grant", error_description: `no ${fields.device_code}` }, 400),
    );
    const error = await rejection((await authorizeDevice(options)).tokens());
    expect(error.message).toMatch(/invalid_grant: no \*\*\*$/);
  });
});

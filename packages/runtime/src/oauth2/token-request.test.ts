import type { ServerResponse } from "node:http";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { type CredentialsError, isCredentialsError } from "../errors/credentials.js";
import { json } from "../testing/serve.js";
import { type TokenAnswer, tokenEndpoint } from "../testing/token-endpoint.js";
import { type OAuth2Options, oauth2 } from "./index.js";

describe("a token endpoint that fails", () => {
  const secrets = { clientId: "client-1", clientSecret: "canary-secret/+", refreshToken: "canary-refresh-é" };

  async function failure(answer: TokenAnswer, more: object = {}): Promise<CredentialsError> {
    const { tokenUrl } = await tokenEndpoint(answer);
    const source = oauth2({ ...secrets, tokenUrl: `${tokenUrl}?hint=canary-query`, ...more } as OAuth2Options);
    const error = await source.get().catch((reason: Error) => reason);
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

  it("may repeat a secret as the form had it", async () => {
    const said = (_: unknown, response: ServerResponse) => json(response, { error: "no client+canary%C3%A9" }, 401);
    const { message } = await failure(said, { clientSecret: "client canaryé" });
    expect(message).toBe("no access token: the token endpoint answered 401: no ***");
  });

  it.each<[string, string, TokenAnswer]>([
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
      "a token under status 400",
      "answered 400",
      (_, response) => json(response, { access_token: "canary-access" }, 400),
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

import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { writeBasic } from "../credentials/basic.js";
import { writeToken } from "../credentials/token.js";
import { basicFrom, clientFrom, textFrom } from "../index.js";
import type { SecurityScheme } from "../security.js";
import { call, rejection } from "../testing/api.js";
import { json, serve } from "../testing/serve.js";
import { issue, tokenEndpoint } from "../testing/token-endpoint.js";

const key: SecurityScheme = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey };
const basic: SecurityScheme = { name: "basic", type: "http", scheme: "basic", write: writeBasic };
const oauth: SecurityScheme = { name: "oauth", type: "oauth2", write: writeToken };

const variables = {
  accessToken: "KETTLE_ACCESS_TOKEN",
  clientId: "KETTLE_CLIENT_ID",
  clientSecret: "KETTLE_CLIENT_SECRET",
  tokenUrl: "KETTLE_TOKEN_URL",
  scopes: "KETTLE_SCOPES",
};

/** As a generated package reads them. */
const kettle = (env?: object, tokenUrl?: string) => ({
  key: textFrom(env, "KETTLE_API_KEY"),
  basic: basicFrom(env, "KETTLE_USERNAME", "KETTLE_PASSWORD"),
  oauth: clientFrom(env, { ...variables, ...(tokenUrl && { statedUrl: tokenUrl }) }),
});

/** What is sent with these variables to an operation that takes each scheme alone. */
async function sent(env?: object, alternatives: readonly SecurityScheme[] = [key, basic, oauth], tokenUrl?: string) {
  const { url, asked } = await serve((_, response) => json(response, 1));
  const security = alternatives.map((scheme) => [{ scheme }]);
  await call(url, { security }, {}, { credentials: kettle(env, tokenUrl) });
  return asked.map(({ headers }) => headers["x-key"] ?? headers.authorization);
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("credentials from environment variables", () => {
  it("are read from the process, or from what is given", async () => {
    vi.stubEnv("KETTLE_API_KEY", "canary-process");
    expect(await sent()).toEqual(["canary-process"]);
    expect(await sent({ KETTLE_API_KEY: "canary-given" })).toEqual(["canary-given"]);
  });

  it("give way to the next alternative where they are not set, or empty", async () => {
    const login = { KETTLE_USERNAME: "ann", KETTLE_PASSWORD: "secret" };
    expect(await sent({ ...login, KETTLE_API_KEY: "" })).toEqual([`Basic ${btoa("ann:secret")}`]);
    expect(await sent({ KETTLE_ACCESS_TOKEN: "canary-token" })).toEqual(["Bearer canary-token"]);
    expect((await rejection(sent({}))).message).toBe("getThing needs credentials: key, or basic, or oauth");
  });

  it("are there for operations that need none", async () => {
    const { url, asked } = await serve((_, response) => json(response, 1));
    await call(url, { security: [[{ scheme: key }], []] }, {}, { credentials: kettle({}) });
    expect(asked[0]?.headers).not.toHaveProperty("x-key");
  });

  it("are nothing where there is no process", async () => {
    vi.stubGlobal("process", undefined);
    const given = [kettle(), kettle({ KETTLE_API_KEY: "canary" })].map((one) => one.key());
    vi.unstubAllGlobals();
    expect(given).toEqual([undefined, "canary"]);
  });

  it("are read from an environment without a prototype, and from one that answers when it is asked", () => {
    const bare = Object.assign(Object.create(null), { KETTLE_API_KEY: "bare" });
    const answering = new Proxy({}, { get: (_, name) => (name === "KETTLE_API_KEY" ? "answered" : undefined) });
    expect([bare, answering].map((env) => kettle(env).key())).toEqual(["bare", "answered"]);
  });

  it("ask for tokens with a client's id and secret, at the document's URL or another", async () => {
    const { tokenUrl, asked } = await tokenEndpoint(issue());
    const client = { KETTLE_CLIENT_ID: "client-1", KETTLE_CLIENT_SECRET: "canary", KETTLE_SCOPES: "read write" };
    expect(await sent(client, [oauth], tokenUrl)).toEqual(["Bearer access-1"]);
    expect(await sent({ ...client, KETTLE_TOKEN_URL: tokenUrl }, [oauth], "https://no.example")).toEqual([
      "Bearer access-2",
    ]);
    expect(asked.map(({ fields }) => fields)).toEqual(
      Array(2).fill({ grant_type: "client_credentials", scope: "read write" }),
    );
    // A token that is given is one that somebody wants to be used.
    expect(await sent({ ...client, KETTLE_ACCESS_TOKEN: "given" }, [oauth], tokenUrl)).toEqual(["Bearer given"]);
  });

  it.each([
    ["a user name alone", { KETTLE_USERNAME: "canary" }, "KETTLE_USERNAME is set, and KETTLE_PASSWORD is not"],
    [
      "a password with an empty user name",
      { KETTLE_PASSWORD: "canary", KETTLE_USERNAME: "" },
      "KETTLE_PASSWORD is set, and KETTLE_USERNAME is not",
    ],
    ["a client without a secret", { KETTLE_CLIENT_ID: "canary" }, "KETTLE_CLIENT_ID is set, and KETTLE_CLIENT_SECRET"],
    ["a secret without a client", { KETTLE_CLIENT_SECRET: "canary" }, "KETTLE_CLIENT_SECRET is set, and"],
    [
      "a client that nobody can be asked about",
      { KETTLE_CLIENT_ID: "canary", KETTLE_CLIENT_SECRET: "canary" },
      "KETTLE_TOKEN_URL is not set",
    ],
    ["what is no text", { KETTLE_API_KEY: { canary: 1 } }, "the variable KETTLE_API_KEY is no text"],
  ])("refuse %s by the names of the variables, and never show a value", (_, env, message) => {
    const error = (() => {
      try {
        return kettle(env);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toMatchObject({ name: "CredentialsError", message: expect.stringContaining(message) });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("canary");
  });

  it("are not shown by what prints them", () => {
    const all = { KETTLE_API_KEY: "canary", KETTLE_USERNAME: "ann", KETTLE_PASSWORD: "canary" };
    const client = { KETTLE_CLIENT_ID: "c", KETTLE_CLIENT_SECRET: "canary" };
    const credentials = kettle({ ...all, ...client }, "https://auth.example.com/token");
    expect(inspect(credentials, { depth: 9, showHidden: true }) + JSON.stringify(credentials)).not.toContain("canary");
  });
});

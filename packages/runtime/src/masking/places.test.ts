import type { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { writeApiKey } from "../credentials/api-key.js";
import { oauth2 } from "../oauth2/index.js";
import type { Fetch } from "../options.js";
import { paginate } from "../pages.js";
import { send } from "../send.js";
import { clientOf, contentOf, operation } from "../testing/api.js";
import { type Answer, serve, serveBytes } from "../testing/serve.js";
import { textsOf } from "../testing/shown.js";
import { type Spelling, spellingsOf } from "../testing/spellings.js";
import { unwrap } from "../unwrap.js";

const secret = 'canary "k/ey"+<1>&é=\\x';
/** All of them are told apart in the tests of `mask`; the places differ by what reads and writes there. */
const spell = (text: string): readonly Spelling[] =>
  spellingsOf(text).filter(({ name }) => !/before [12]|, /.test(name));

const spellings = spell(secret);

/** A server that repeats what it was sent: its URL. */
type Echo = (spelling: Spelling) => Promise<string>;

const answering = (answer: (spelling: Spelling) => Answer) => async (spelling: Spelling) =>
  (await serve(answer(spelling))).url;

const speaking =
  (speak: (said: string, socket: Socket) => void) =>
  async ({ text }: Spelling) =>
    (await serveBytes((socket) => speak(text, socket))).url;

const inJson = ({ text, json }: Spelling): string => (json ? `"${text}"` : JSON.stringify(text));

/** Behind `#` comes no path any more, and the half before it is no secret. */
const inPath = (text: string): string => text.replaceAll("#", "");

const body = (status: number, type: string, write: (spelling: Spelling) => string): Echo =>
  answering((spelling) => (_, response) => response.writeHead(status, { "content-type": type }).end(write(spelling)));

/** Every place in which a server's text reaches what an application may show. One that is new is a line here. */
const places: Readonly<Record<string, Echo>> = {
  "a value of a stated failure": body(404, "application/json", (one) => `{ "said": [${inJson(one)}] }`),
  "a name in a stated failure": body(404, "application/json", (one) => `{ ${inJson(one)}: 1 }`),
  "the text of a stated failure": body(409, "text/plain", ({ text }) => `You sent ${text}`),
  "the bytes of a stated failure": body(410, "application/octet-stream", ({ text }) => text),
  "a failure that is not stated": body(418, "application/json", inJson),
  "a failure that should be JSON": body(404, "application/json", ({ text }) => `<p>${text}`),
  "a success that should be JSON": body(200, "application/json", ({ text }) => `<p>${text}`),
  "half of a success": speaking((said, socket) =>
    socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n"${said}`),
  ),
  "the content type of half of a success": speaking((said, socket) =>
    socket.end(`HTTP/1.1 200 OK\r\ncontent-type: text/plain; said="${said}"\r\ncontent-length: 999\r\n\r\n1`),
  ),
  "the content type of a failure": answering(
    ({ text }) =>
      (_, response) =>
        response.writeHead(410, { "content-type": `application/octet-stream; said=${text}` }).end("1"),
  ),
  "a stated header": answering(
    ({ text }) =>
      (_, response) =>
        response.writeHead(404, { "x-said": text }).end("{}"),
  ),
  "the reason and the request's id": answering(
    ({ text }) =>
      (_, response) =>
        response.writeHead(404, text, { "x-request-id": text }).end("{}"),
  ),
  "a redirect within the API": answering(
    ({ text }) =>
      (_, response, number) =>
        number === 1
          ? response.writeHead(302, { location: `/${inPath(text)}` }).end()
          : response.writeHead(404).end("{}"),
  ),
  "a redirect elsewhere": answering(
    ({ text }) =>
      (_, response) =>
        response.writeHead(302, { location: `https://x.${text}.example/${text}` }).end(),
  ),
  "no HTTP": speaking((said, socket) => socket.end(said)),
  "HTTP that goes wrong": speaking((said, socket) => socket.end(`HTTP/1.1 200 OK\r\nx\0: ${said}\r\n\r\n`)),
  "a link to a page that is refused": answering(
    (spelling) => (_, response, number) =>
      number === 1
        ? response.writeHead(200, { "content-type": "application/json" }).end(`{ "rows": [1], "next": "/next" }`)
        : response.writeHead(404, { "content-type": "application/json" }).end(inJson(spelling)),
  ),
  "a link to a page": answering(({ text }) => (asked, response) => {
    if (asked.url !== "/thing") return response.socket?.resetAndDestroy();
    const next = JSON.stringify(`/thing?said=${inPath(text)}`);
    return response.writeHead(200, { "content-type": "application/json" }).end(`{ "rows": [1], "next": ${next} }`);
  }),
};

const key = { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } as const;

const thing = operation({
  security: [[{ scheme: key }]],
  responses: {
    200: { content: contentOf("application/json") },
    404: { content: contentOf("application/json"), headers: { "X-Said": "string" } },
    409: { content: contentOf("text/plain") },
    410: { content: contentOf("application/octet-stream") },
  },
});

/** All that a call, its pages, the error that `unwrap` throws, and the log show. */
async function everything(baseUrl: string, fetch?: Fetch): Promise<readonly string[]> {
  const lines: unknown[] = [];
  const log = (...line: unknown[]): void => void lines.push(line);
  const logger = { debug: log, info: log, warn: log, error: log };
  const client = clientOf(baseUrl, { credentials: { key: secret }, logger, retry: false, ...(fetch && { fetch }) });
  const pagination = { style: "link", next: "next", items: "rows" };
  const pages = paginate<unknown, unknown, object>(client, { ...thing, pagination } as never);
  const iterate = async (): Promise<void> => {
    for await (const _ of pages);
  };
  const called = async (): Promise<unknown> => {
    const result = await send(client, thing, {});
    // The data of a success is the caller's own to show.
    return result.ok ? undefined : [result, await unwrap(result).catch((error: unknown) => error)];
  };
  const failures = await Promise.all([called(), iterate()].map((ended) => ended.catch((error: unknown) => error)));
  return textsOf([failures, lines]);
}

function expectHidden(texts: readonly string[]): void {
  expect(texts.join("\n")).toContain("getThing");
  // The whole secret as it is written, and no half of one that is.
  for (const { name, text } of spellings)
    expect(
      texts.filter((shown) => shown.includes(text)),
      name,
    ).toEqual([]);
  expect(texts.filter((shown) => /canary/.test(shown))).toEqual([]);
}

it.each(Object.entries(places))("no credential is shown that a server repeats in %s", async (_, start) => {
  await Promise.all(spellings.map(async (spelling) => expectHidden(await everything(await start(spelling)))));
});

it.each(spellings)(
  "a failure stays what the document states, with all that holds no credential: $name",
  async (one) => {
    const start = body(404, "application/json", (said) => `{ "code": 7, "said": ["a", ${inJson(said)}] }`);
    const credentials = { key: secret };
    const result = await send(clientOf(await start(one), { credentials, retry: false }), thing, {});
    expect(result).toMatchObject({
      status: 404,
      contentType: "application/json",
      error: { code: 7, said: ["a", "***"] },
    });
  },
);

describe("no credential is shown that a fetch of the application's own throws", () => {
  it.each<[string, unknown]>([
    ["a text", secret],
    ["an object", { message: secret, request: { headers: [secret] } }],
    ["an error", new TypeError(secret)],
    [
      "an error with what was sent and received",
      Object.assign(new Error("x"), { response: { data: { said: secret } } }),
    ],
    ["an error whose cause is a text", new Error("x", { cause: secret })],
    ["several errors", new AggregateError([new Error(secret)], "x")],
    ["causes of causes", new Error("x", { cause: new Error("x", { cause: { cause: [new Error(secret)] } }) })],
  ])("%s", async (_, thrown) => {
    expectHidden(await everything("https://api.example", () => Promise.reject(thrown)));
  });
});

const refreshToken = "canary-refresh-é/+?";
const basic = (asked: { headers: { authorization?: string | undefined } }): string => asked.headers.authorization ?? "";
const tokenAnswer =
  (status: number, value: object): Answer =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));

/** The same for what a token endpoint says. */
const tokenPlaces: Readonly<Record<string, (text: string) => Promise<string>>> = {
  "the description of an error": async (text) =>
    (await serve(tokenAnswer(400, { error: "invalid_client", error_description: text }))).url,
  "an error": async (text) => (await serve(tokenAnswer(400, { error: text }))).url,
  "the type of a token": async (text) => (await serve(tokenAnswer(200, { access_token: "a", token_type: text }))).url,
  "the content type": async (text) =>
    (await serve((_, response) => response.writeHead(200, { "content-type": `text/html; x="${text}"` }).end("<p>")))
      .url,
  "no HTTP": async (text) => (await serveBytes((socket) => socket.end(text))).url,
  "the Basic header in a description": async () =>
    (await serve((asked, response, number) => tokenAnswer(400, { error: basic(asked) })(asked, response, number))).url,
  "the Basic header in a content type": async () =>
    (await serve((asked, response) => response.writeHead(200, { "content-type": `text/${basic(asked)}` }).end("<p>")))
      .url,
  "the request in no HTTP": async () => (await serveBytes((socket, _, request) => socket.end(request))).url,
  "the request in HTTP that goes wrong": async () =>
    (await serveBytes((socket, _, request) => socket.end(`HTTP/1.1 200 OK\r\nx\0: ${request}`))).url,
};

it.each(Object.entries(tokenPlaces))("no secret is shown that a token endpoint repeats in %s", async (_, start) => {
  const repeated = [secret, refreshToken].flatMap(spell);
  await Promise.all(
    repeated.map(async ({ text }) => {
      const tokenUrl = `${await start(text)}/token?hint=canary-query`;
      const source = oauth2({ tokenUrl, clientId: "client-1", clientSecret: secret, refreshToken });
      const error: unknown = await source.get().catch((reason: unknown) => reason);
      const texts = textsOf(error);
      const hidden = ["canary", text, Buffer.from("client-1:canary").toString("base64").slice(0, -4)];
      expect(texts.filter((shown) => hidden.some((one) => shown.includes(one)))).toEqual([]);
      expect(String(error)).toContain("CredentialsError: no access token: ");
    }),
  );
});

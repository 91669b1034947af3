/**
 * What a package has to do on every platform. Knows no platform: it uses nothing that is not in Node, browsers and workers alike.
 */
import type * as Runtime from "../../src/index.js";
import { type Check, rejects, runChecks, same } from "./check.js";

/** A generated package's entry `./functions`. */
export interface GeneratedPackage {
  readonly name: string;
  readonly functions: Readonly<Record<string, unknown>>;
}

interface Input {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** A request as the server got it. */
interface Echo {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly url: string;
}

type Result = Runtime.Success<200, unknown> | Runtime.Failure<404, unknown> | Runtime.Undocumented;

/** Runs every check against the server of this folder, one after another. */
export async function runScenario(
  runtime: typeof Runtime,
  packages: readonly GeneratedPackage[],
  baseUrl: string,
): Promise<Check[]> {
  const {
    createClient,
    isAbortedError,
    isConnectionError,
    isRedirectError,
    isResponseParseError,
    isTimeoutError,
    matchMediaTypes,
    nearestSuccess,
    readBinaryBody,
    readJsonBody,
    repeatLost,
    send,
    writeApiKey,
    writeBody,
    writeQuery,
  } = runtime;
  const client = createClient(
    { name: "Platform", server: undefined },
    { baseUrl, credentials: { key: "secret-key" }, retry: { delay: 1 } },
  );
  const nowhere = createClient({ name: "Nowhere", server: undefined }, { baseUrl: "http://127.0.0.1:9", retry: false });
  const operation = (
    path: string,
    more: Partial<Runtime.Operation<Input, Result>> = {},
  ): Runtime.Operation<Input, Result> => ({
    id: path.slice(1),
    method: "GET",
    path,
    parameters: [
      { name: "list", in: "query", explode: false },
      { name: "page", in: "query" },
    ],
    write: [writeQuery, writeBody],
    repeat: repeatLost,
    nearestSuccess,
    matchMediaTypes,
    responses: {
      200: { content: { "application/json": readJsonBody } },
      204: {},
      404: { content: { "application/json": readJsonBody } },
    },
    security: [[{ scheme: { name: "key", type: "apiKey", in: "header", parameter: "X-Key", write: writeApiKey } }]],
    ...more,
  });
  const call = (
    path: string,
    input?: Input,
    options?: Runtime.CallOptions,
    more?: Partial<Runtime.Operation<Input, Result>>,
  ) => send(client, operation(path, more), input, options);
  const echo = async (input: Input, mediaType: string, description: Runtime.MediaType = {}): Promise<Echo> => {
    const { data } = await call(
      "/echo",
      input,
      {},
      { method: "POST", body: { content: { [mediaType]: description } } },
    );
    return data as Echo;
  };
  return runChecks({
    "a result with its credential": async () =>
      same((await echo({ body: 1 }, "application/json")).headers["x-key"], "secret-key"),
    "a query in its style, encoded": async () =>
      same(
        (await echo({ query: { list: ["a b", "c,é"] }, body: 1 }, "application/json")).url,
        "/echo?list=a%20b,c%2C%C3%A9",
      ),
    "a JSON body with a bigint": async () =>
      same((await echo({ body: { id: 9007199254740993n } }, "application/json")).body, '{"id":9007199254740993}'),
    "a form": async () =>
      same(
        (await echo({ body: { a: "x y" } }, "application/x-www-form-urlencoded", { write: runtime.urlencoded })).body,
        "a=x+y",
      ),
    "a multipart body with a file": async () => {
      const { headers, body } = await echo(
        { body: { file: new Blob(["text"], { type: "text/csv" }) } },
        "multipart/form-data",
        { write: runtime.multipart },
      );
      same(/^multipart\/form-data; boundary=/.test(headers["content-type"] ?? ""), true);
      same(/filename="blob"\r\nContent-Type: text\/csv\r\n\r\ntext\r\n/.test(body), true);
    },
    "a form that the platform made": async () => {
      const form = new FormData();
      form.append("a", "x y");
      const { headers, body } = await echo({ body: form }, "multipart/form-data", { write: runtime.multipart });
      same(/^multipart\/form-data; boundary=/.test(headers["content-type"] ?? ""), true);
      same(/name="a"\r\n(.+\r\n)*\r\nx y\r\n/.test(body), true);
    },
    "a blob": async () => same((await echo({ body: new Blob(["AB"]) }, "application/octet-stream")).body, "AB"),
    bytes: async () => same((await echo({ body: new Uint8Array([65, 66]) }, "application/octet-stream")).body, "AB"),
    "a documented error": async () => same((await call("/missing")).status, 404),
    "a download of bytes": async () => {
      const responses = { 200: { content: { "application/octet-stream": readBinaryBody } } };
      const { data } = await call("/bytes", {}, {}, { responses });
      // What reads the media type above hands over nothing else.
      same(await textOf(data as Blob), "\u{1f4be}");
      same((data as Blob).size, 4);
    },
    "no content": async () => same((await call("/empty")).statusCode, 204),
    "an HTML page instead of JSON": async () => same((await call("/page")).problem?.kind, "content-type"),
    "a refusal that passes": async () => same((await call("/flaky")).ok, true),
    "half of a JSON text": () => rejects(call("/broken"), isResponseParseError),
    "a body that breaks off": () =>
      rejects(call("/cut"), (error) => isResponseParseError(error) || isConnectionError(error)),
    "nothing that listens": () =>
      rejects(send(nowhere, operation("/", { security: [] }), undefined), isConnectionError),
    "a time limit": () => rejects(call("/silent", undefined, { timeout: 50, retry: false }), isTimeoutError),
    "an abort with the caller's reason": async () => {
      const reason = new Error("enough");
      const aborter = new AbortController();
      setTimeout(() => aborter.abort(reason), 20);
      await rejects(
        call("/silent", undefined, { signal: aborter.signal }),
        (error) => isAbortedError(error) && error.cause === reason,
      );
    },
    "a credential that is a function, asked for each request": async () => {
      let asked = 0;
      const key = async () => `secret-key-${++asked}`;
      const own = createClient({ name: "Platform", server: undefined }, { baseUrl, credentials: { key } });
      for (const expected of ["secret-key-1", "secret-key-2"]) {
        const { data } = await send(own, operation("/echo"), {});
        same((data as Echo).headers["x-key"], expected);
      }
    },
    "middleware around an answer and around a failure": async () => {
      const seen: string[] = [];
      const layer: Runtime.Middleware = {
        onRequest: ({ request }) => request.headers.set("x-trace", "t1"),
        onResponse: ({ response }) => void seen.push(`answer ${response.status}`),
        onError: ({ error }) => void seen.push(`failure ${isConnectionError(error)}`),
      };
      const { data } = await call("/echo", {}, { middleware: [layer] });
      same((data as Echo).headers["x-trace"], "t1");
      await rejects(send(nowhere, operation("/", { security: [] }), {}, { middleware: [layer] }), isConnectionError);
      same(seen.join(), "answer 200,failure true");
    },
    "a redirect to another origin": () => rejects(call("/elsewhere"), isRedirectError),
    pages: async () => {
      const items: unknown[] = [];
      const pages = runtime.paginate<unknown, unknown, Input>(
        client,
        operation("/list", { pagination: { style: "page", page: "page", items: "rows" } }) as never,
        {},
      );
      for await (const item of pages.items()) items.push(item);
      same(items.join(), "1,2,3,4");
    },
    "pages by relative links": async () => {
      const items: unknown[] = [];
      const pagination: Runtime.Pagination = { style: "link", next: "next", items: "rows" };
      const pages = runtime.paginate<unknown, unknown, Input>(
        client,
        operation("/linked", { pagination }) as never,
        {},
      );
      for await (const item of pages.items()) items.push(item);
      same(items.join(), "1,2");
    },
    "an OAuth 2 token": async () => {
      const source = runtime.oauth2({ tokenUrl: `${baseUrl}/token`, clientId: "c", refreshToken: "refresh" });
      same(await Promise.all([source.get(), source.get()]).then((tokens) => tokens.join()), "token-1,token-1");
    },
    PKCE: async () => same((await runtime.createPkce()).challenge.length, 43),
    ...Object.fromEntries(
      packages.map((one) => [`${one.name} is loaded`, async () => same(typeof one.functions.createClient, "function")]),
    ),
  });
}

/** By what every platform has, where some blobs have no `text()`. */
function textOf(blob: Blob): Promise<string> {
  return new Response(blob).text();
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { close, listen } from "@facsimile/mock/wire";

/** A request that was understood as far as HTTP goes. */
export interface Call {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** The decoded parameters of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** The JSON that came; undefined where none did. */
  readonly body: unknown;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly contentType?: string;
  /** JSON, but for bytes. Nothing is sent where it is undefined. */
  readonly body?: unknown;
}

export interface Route {
  readonly method: string;
  /** `/users/{userID}`. */
  readonly path: string;
  /** Whether a body has to come, may come, or is refused. Default: refused. */
  readonly body?: "required" | "optional";
  handle(call: Call): Reply;
}

/** Something that is wrong with a server. */
export interface Fault {
  /** What the server does in its inside: its own code asks for it by name. */
  readonly inside?: string;
  /** What becomes of its replies on their way. */
  readonly edit?: (reply: Reply, call: Call) => Reply;
  /** What happens instead of an answer. */
  readonly instead?: (call: Call, response: ServerResponse) => boolean;
  /** Methods and path templates that let anybody in. */
  readonly open?: (call: Call) => boolean;
}

/** An API with its state. */
export interface StateServer {
  /** In the order in which they are looked for. */
  readonly routes: readonly Route[];
  isLetIn(call: Call): boolean;
  /** A refusal that the server gives by itself. */
  refuse(status: 400 | 401 | 404 | 405 | 415, detail: string): Reply;
}

export interface OpenServer {
  readonly url: string;
  /** Method and path of each request, in order. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

/** Listens on 127.0.0.1 and keeps its state in memory. */
export async function openStateServer(api: StateServer, fault: Fault = {}): Promise<OpenServer> {
  const calls: string[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://server.invalid");
    const method = request.method ?? "";
    calls.push(`${method} ${url.pathname}`);
    const text = await textOf(request);
    const found = find(api.routes, method, url.pathname);
    const call = {
      method,
      path: url.pathname,
      params: found.params,
      query: url.searchParams,
      headers: request.headers,
    };
    const body = parsed(text);
    if (found.route !== undefined && fault.instead?.({ ...call, body }, response) === true) return;
    const reply =
      found.route === undefined ? found.refusal(api) : answer(api, fault, found.route, { ...call, body }, text);
    send(response, fault.edit?.(reply, { ...call, body }) ?? reply);
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, calls, close: () => close(server) };
}

function answer(api: StateServer, fault: Fault, route: Route, call: Call, text: string): Reply {
  if (!api.isLetIn(call) && fault.open?.(call) !== true) return api.refuse(401, "Say who you are.");
  const isIndifferent = route.body === undefined && ["GET", "DELETE", "HEAD"].includes(call.method);
  if (text !== "" && !isIndifferent) {
    if (route.body === undefined) return api.refuse(415, "No body is wanted.");
    if (!/^application\/json\b/.test(call.headers["content-type"] ?? "")) return api.refuse(415, "JSON is wanted.");
    if (call.body === undefined) return api.refuse(400, "This is no JSON.");
  }
  if (text === "" && route.body === "required") return api.refuse(400, "A body is wanted.");
  return route.handle(call);
}

function find(routes: readonly Route[], method: string, path: string): Found {
  const fitting = routes.flatMap((route) => {
    const params = match(route.path, path);
    return params === undefined ? [] : [{ route, params }];
  });
  const [first] = fitting;
  const own = fitting
    .filter(({ route }) => route.path === first?.route.path)
    .find(({ route }) => route.method === method);
  const refusal = (api: StateServer): Reply =>
    api.refuse(first === undefined ? 404 : 405, first === undefined ? "There is nothing here." : "Not by this method.");
  return { route: own?.route, params: own?.params ?? {}, refusal };
}

interface Found {
  readonly route: Route | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly refusal: (api: StateServer) => Reply;
}

function match(template: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [template.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const text = given[index] ?? "";
    const name = /^\{(.*)\}$/.exec(segment)?.[1];
    if (name === undefined && segment !== text) return undefined;
    if (name !== undefined && text === "") return undefined;
    if (name !== undefined) params[name] = decoded(text);
  }
  return params;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parsed(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status, headers = {}, contentType = "application/json", body }: Reply): void {
  if (body === undefined) response.writeHead(status, headers).end();
  else
    response
      .writeHead(status, { "Content-Type": contentType, ...headers })
      .end(Buffer.isBuffer(body) ? body : JSON.stringify(body));
}

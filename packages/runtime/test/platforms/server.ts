import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An API for the scenario, on a free port of the loopback interface, which pages of any origin may call. */
export interface PlatformServer {
  readonly url: string;
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const fromAnywhere = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "*, authorization",
  "access-control-allow-methods": "*",
  "access-control-expose-headers": "*",
};

/** `pages`: what else is served, by path, such as the page of a browser with its script. */
export async function startPlatformServer(
  pages: Readonly<Record<string, { type: string; text: string }>> = {},
): Promise<PlatformServer> {
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      for (const [name, value] of Object.entries(fromAnywhere)) response.setHeader(name, value);
      const [path = ""] = (request.url ?? "").split("?");
      const count = (asked.get(path) ?? 0) + (request.method === "OPTIONS" ? 0 : 1);
      asked.set(path, count);
      const page = pages[path];
      if (request.method === "OPTIONS") response.writeHead(204).end();
      else if (page) response.writeHead(200, { "content-type": page.type }).end(page.text);
      else answer(path, count)(request, response, Buffer.concat(chunks).toString("latin1"));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** `/echo/…` repeats the request, `/flaky/…` refuses the first one, and so on; what it is not told answers `{}`. */
function answer(path: string, count: number): Answer {
  const [, first = ""] = path.split("/");
  const known: Readonly<Record<string, Answer>> = {
    echo: (request, response, body) =>
      json(response, 200, { method: request.method, url: request.url, headers: request.headers, body }),
    flaky: (_, response) => json(response, count === 1 ? 503 : 200, { count }, { "retry-after": "0" }),
    missing: (_, response) => json(response, 404, { reason: "no such thing" }),
    teapot: (_, response) => json(response, 418, { reason: "no coffee here" }),
    bytes: (_, response) =>
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(Buffer.from("\u{1f4be}")),
    empty: (_, response) => response.writeHead(204).end(),
    page: (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<p>sign in</p>"),
    broken: (_, response) => response.writeHead(200, { "content-type": "application/json" }).end('{"half":'),
    cut: (_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
      response.write("{", () => response.destroy());
    },
    silent: () => {},
    elsewhere: (_, response) => response.writeHead(307, { location: "http://127.0.0.2:9/evil" }).end(),
    list: (request, response) => {
      const page = Number(new URL(request.url ?? "", "http://x").searchParams.get("page") ?? 1);
      json(response, 200, { rows: page <= 2 ? [page * 2 - 1, page * 2] : [] });
    },
    linked: ({ url }, response) => {
      if (url === "/linked") json(response, 200, { rows: [1], next: "/linked?page=2" });
      else json(response, url === "/linked?page=2" ? 200 : 404, { rows: [2] });
    },
    token: (_, response) => json(response, 200, { access_token: `token-${count}`, expires_in: "3600" }),
  };
  return known[first] ?? ((_, response) => json(response, 200, {}));
}

function json(response: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(value));
}

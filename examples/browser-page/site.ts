import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { listen, type Running } from "../../scripts/listen.js";
import { bundlePage } from "./bundle.js";

/** The page and its script, on a free port of this machine. */
export async function startSite(): Promise<Running> {
  const html = await readFile(path.join(import.meta.dirname, "index.html"), "utf8");
  const script = await bundlePage();
  const files: Readonly<Record<string, readonly [type: string, text: string]>> = {
    "/": ["text/html", html],
    "/page.js": ["text/javascript", script],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ""] ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.setHeader("content-type", `${type}; charset=utf-8`).end(text);
  });
  return listen(server);
}

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { listen, type Running } from "../listen.js";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain",
  ".json": "application/json",
};

/** Serves the files of a folder on a free port of this machine; the address of a folder has its `index.html`. */
export function serveFolder(folder: string): Promise<Running> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = decodeURIComponent(pathname).replace(/\/$/, "/index.html");
    // What would lead out of the folder leads to its top.
    const file = path.join(folder, path.posix.normalize(name));
    readFile(file).then(
      (bytes) => response.writeHead(200, { "content-type": types[path.extname(file)] ?? "text/plain" }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  return listen(server);
}

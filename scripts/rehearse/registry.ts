import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../listen.js";
import { type Packument, type Publication, publish, Refusal } from "./packument.js";
import type { Upstream } from "./upstream.js";

/** A registry on loopback that has our packages, and hands on every other one. */
export interface Registry {
  /** Ends in a slash, as npm writes it. */
  readonly url: string;
  /** What has been published, as `<name>@<version>`, in its order. */
  readonly published: readonly string[];
  close(): Promise<unknown>;
}

/**
 * Starts a registry that takes `npm publish` and answers `npm install`. A name of ours is never asked for anywhere else, published or not.
 *
 * @param isOurs - whether a package is ours, by its name
 */
export async function startRegistry(isOurs: (name: string) => boolean, upstream: Upstream): Promise<Registry> {
  const shelf = new Shelf();
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      const refused = error instanceof Refusal;
      send(response, refused ? 403 : 500, "application/json", JSON.stringify({ error: String(error) }));
    }
  });
  const { url, close } = await listen(server);
  const home = `${url}/`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // npm writes the slash of a scope as %2f.
    const path = decodeURIComponent(new URL(request.url ?? "/", home).pathname);
    const name = /^\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? "";
    if (request.method === "PUT" && isOurs(name)) {
      shelf.take(JSON.parse((await readBody(request)).toString()));
      send(response, 201, "application/json", "{}");
    } else if (request.method !== "GET") send(response, 405, "application/json", "{}");
    else if (isOurs(name)) {
      const found = shelf.find(path, name);
      send(response, found === undefined ? 404 : 200, ...(found ?? (["application/json", "{}"] as const)));
    } else {
      const accept = request.headers.accept ?? "*/*";
      const { status, type, body } = await upstream.get(request.url ?? "/", accept, home);
      send(response, status, type, body);
    }
  }

  return { url: home, published: shelf.published, close };
}

/** What has been published. */
class Shelf {
  readonly published: string[] = [];
  readonly #packuments = new Map<string, Packument>();
  readonly #tarballs = new Map<string, Buffer>();

  take(publication: Publication): void {
    const { packument, tarballPath, tarball } = publish(this.#packuments.get(publication.name), publication);
    this.#packuments.set(packument.name, packument);
    this.#tarballs.set(tarballPath, tarball);
    this.published.push(`${packument.name}@${Object.keys(publication.versions)[0]}`);
  }

  find(path: string, name: string): readonly [type: string, body: string | Buffer] | undefined {
    if (path !== `/${name}`) {
      const tarball = this.#tarballs.get(path);
      return tarball && ["application/octet-stream", tarball];
    }
    const packument = this.#packuments.get(name);
    return packument && ["application/json", JSON.stringify(packument)];
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "content-type": type }).end(body);
}

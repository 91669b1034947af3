import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "../listen.js";
import { startRegistry } from "./registry.js";
import { Upstream } from "./upstream.js";
import { isOurs } from "./versions.js";

const closes: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closes.splice(0).reverse()) await close();
});

/** A registry before another one that has `leaf` and, as somebody else might, `facsimile`. */
async function startBoth(): Promise<{ url: string; asked: string[]; upstream: Upstream }> {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const tarball = `http://${server.address() === null ? "" : other.host}/npm/leaf/-/leaf-1.0.0.tgz`;
    if (url.endsWith(".tgz")) response.end("bytes");
    else if (url === "/npm/broken") response.writeHead(503).end();
    else response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ tarball }));
  });
  const running = await listen(server);
  const other = new URL(running.url);
  const upstream = new Upstream(`${running.url}/npm/`);
  const registry = await startRegistry(isOurs, upstream);
  closes.push(running.close, () => upstream.close(), registry.close);
  return { url: registry.url, asked, upstream };
}

/** What `npm publish` sends. */
function publication(name: string, version: string, bytes: string, digestOf = bytes): string {
  const integrity = `sha512-${createHash("sha512").update(digestOf).digest("base64")}`;
  const file = `${name}-${version}.tgz`;
  const dist = { integrity, tarball: `http://127.0.0.1:1/${name}/-/${file}` };
  const data = Buffer.from(bytes).toString("base64");
  return JSON.stringify({
    name,
    "dist-tags": { latest: version },
    versions: { [version]: { name, version, dist } },
    _attachments: { [file]: { data } },
  });
}

function put(url: string, name: string, body: string): Promise<Response> {
  return fetch(`${url}${name.replace("/", "%2f")}`, { method: "PUT", body });
}

describe("the registry of a rehearsal", () => {
  it("has what is published, with every version, and takes none twice or with a wrong digest", async () => {
    const { url } = await startBoth();
    const name = "@facsimile/tea";
    expect((await fetch(`${url}@facsimile%2ftea`)).status).toBe(404);
    expect((await put(url, name, publication(name, "0.1.0", "one"))).status).toBe(201);
    expect((await put(url, name, publication(name, "0.2.0", "two"))).status).toBe(201);
    const again = await put(url, name, publication(name, "0.2.0", "two"));
    expect([again.status, await again.text()]).toEqual([403, expect.stringContaining("cannot be published twice")]);
    expect((await put(url, name, publication(name, "0.3.0", "three", "four"))).status).toBe(403);
    const told = await (await fetch(`${url}@facsimile%2ftea`)).json();
    expect(told["dist-tags"]).toEqual({ latest: "0.2.0" });
    expect(Object.keys(told.versions)).toEqual(["0.1.0", "0.2.0"]);
    expect(await (await fetch(`${url}@facsimile/tea/-/@facsimile/tea-0.1.0.tgz`)).text()).toBe("one");
  });

  it("asks another registry for what is not ours, once, and for nothing that is", async () => {
    const { url, asked } = await startBoth();
    expect(await (await fetch(`${url}leaf`)).json()).toEqual({ tarball: `${url}leaf/-/leaf-1.0.0.tgz` });
    await fetch(`${url}leaf`);
    expect(await (await fetch(`${url}leaf/-/leaf-1.0.0.tgz`)).text()).toBe("bytes");
    expect((await fetch(`${url}facsimile`)).status).toBe(404);
    expect((await fetch(`${url}@facsimile%2fruntime`)).status).toBe(404);
    expect((await put(url, "leaf", publication("leaf", "1.0.0", "mine"))).status).toBe(405);
    expect(asked).toEqual(["/npm/leaf", "/npm/leaf/-/leaf-1.0.0.tgz"]);
  });

  it("says what could not be fetched", async () => {
    const { url, upstream } = await startBoth();
    expect((await fetch(`${url}broken`)).status).toBe(502);
    expect(upstream.takeFailures()).toEqual(["/broken: status 503"]);
    expect(upstream.takeFailures()).toEqual([]);
  });
});

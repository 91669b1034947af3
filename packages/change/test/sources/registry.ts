import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

/** A registry of npm on this machine, with the packages that a test publishes. */
export interface Registry {
  readonly url: string;
  /** Publishes a package with files besides its package.json. */
  publish(manifest: Manifest, files: Readonly<Record<string, string>>): void;
  close(): Promise<void>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly [field: string]: unknown;
}

interface Published {
  readonly manifest: Manifest;
  readonly tarball: Buffer;
}

export async function startRegistry(folder: string): Promise<Registry> {
  const packages = new Map<string, Published[]>();
  const server = createServer((request, response) => {
    const [name = "", file] = decodeURIComponent(request.url ?? "")
      .slice(1)
      .split("/-/");
    const published = packages.get(name) ?? [];
    const wanted = published.find(({ manifest }) => file === `${manifest.version}.tgz`);
    if (wanted !== undefined) response.end(wanted.tarball);
    else if (published.length > 0 && file === undefined) response.end(JSON.stringify(describe(url, published)));
    else response.writeHead(404).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    publish: (manifest, files) => {
      const tarball = pack(join(folder, manifest.name, manifest.version), manifest, files);
      packages.set(manifest.name, [...(packages.get(manifest.name) ?? []), { manifest, tarball }]);
    },
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** What a registry says of a package: https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md */
function describe(url: string, published: readonly Published[]): unknown {
  const versions = published.map(({ manifest, tarball }) => {
    const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`;
    const dist = { tarball: `${url}${manifest.name}/-/${manifest.version}.tgz`, integrity };
    return [manifest.version, { ...manifest, dist }] as const;
  });
  const [latest] = versions.at(-1) ?? [];
  return { name: published[0]?.manifest.name, "dist-tags": { latest }, versions: Object.fromEntries(versions) };
}

function pack(folder: string, manifest: Manifest, files: Readonly<Record<string, string>>): Buffer {
  for (const [path, text] of Object.entries({ ...files, "package.json": JSON.stringify(manifest) })) {
    mkdirSync(dirname(join(folder, "package", path)), { recursive: true });
    writeFileSync(join(folder, "package", path), text);
  }
  execFileSync("tar", ["-czf", "package.tgz", "package"], { cwd: folder });
  return readFileSync(join(folder, "package.tgz"));
}

import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { listen } from "../listen.js";
import { listProviders, listTools, root } from "../repository.js";
import { run } from "../run.js";
import { changelogPart } from "./changelog-part.js";
import { packPackage, readManifest } from "./pack-package.js";
import { releaseOrder } from "./release-order.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-release-test-"));
afterAll(() => rmSync(folder, { recursive: true }));
const closes: (() => unknown)[] = [];
afterEach(() => {
  for (const close of closes.splice(0)) close();
});

/** A package as it stands before it is packed; undefined leaves a file out. */
function packageWith(name: string, manifest: object, files: Readonly<Record<string, string | undefined>> = {}): string {
  const home = path.join(folder, name);
  const whole = {
    name,
    version: "1.0.0",
    repository: { type: "git", url: "git+https://example.com/a/tea.git" },
    ...manifest,
  };
  const all = {
    "package.json": JSON.stringify(whole),
    "dist/index.d.ts": "export {};\n",
    LICENSE: "MIT\n",
    "README.md": "# Tea\n",
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    if (text === undefined) continue;
    mkdirSync(path.dirname(path.join(home, file)), { recursive: true });
    writeFileSync(path.join(home, file), text);
  }
  return home;
}

describe("packing", () => {
  const target = path.join(folder, "packed");
  mkdirSync(target);

  it.each([
    [
      "a repository that is still to be filled in",
      { repository: { url: "git+https://github.com/OWNER/tea.git" } },
      {},
      "OWNER/tea.git",
    ],
    ["no repository", { repository: undefined }, {}, "its repository is nowhere"],
    ["no build", {}, { "dist/index.d.ts": undefined }, "dist/index.d.ts is missing"],
    ["no licence", {}, { LICENSE: undefined }, "LICENSE is missing"],
  ])("refuses a package with %s", async (what, manifest, files, message) => {
    const source = packageWith(what.replaceAll(" ", "-"), manifest, files);
    await expect(packPackage(source, target, "1.0.0")).rejects.toThrow(message);
  });

  it("names the generator in a generated package alone, and gives the same bytes twice", async () => {
    const generated = packageWith("green", { facsimile: { document: "sha256-a" } });
    const plain = packageWith("black", {});
    const digests: string[] = [];
    for (const round of ["one", "two"]) {
      const out = path.join(folder, round);
      mkdirSync(out);
      const tarball = path.join(out, await packPackage(generated, out, "0.7.0"));
      digests.push(createHash("sha256").update(readFileSync(tarball)).digest("hex"));
      await run("tar", ["-xzf", tarball, "-C", out]);
      expect(readManifest(path.join(out, "package")).facsimile).toEqual({ document: "sha256-a", generator: "0.7.0" });
    }
    expect(digests[0]).toBe(digests[1]);
    await run("tar", ["-xzf", path.join(target, await packPackage(plain, target, "0.7.0")), "-C", target]);
    expect(readManifest(path.join(target, "package")).facsimile).toBeUndefined();
    expect(readManifest(generated).facsimile).toEqual({ document: "sha256-a" });
  });
});

describe("publishing", () => {
  it("has an order in which everything is there before what depends on it", () => {
    const packages = [...listTools(), ...listProviders()].map((name) =>
      readManifest(path.join(root, "packages", name)),
    );
    const order = releaseOrder(packages).map(({ name }) => name);
    expect(order).toHaveLength(packages.length);
    for (const { name, dependencies = {} } of packages)
      for (const needed of Object.keys(dependencies).filter((one) => order.includes(one)))
        expect([needed, order.indexOf(needed) < order.indexOf(name)]).toEqual([needed, true]);
    const circle = [
      { name: "a", dependencies: { b: "1" } },
      { name: "b", dependencies: { a: "1" } },
    ];
    expect(() => releaseOrder(circle)).toThrow("a → b → a");
  });

  it("leaves out what the registry has, so that it can be run again", { timeout: 120_000 }, async () => {
    const published = new Map<string, string>();
    const server = createServer(async (request, response) => {
      const name = decodeURIComponent(request.url?.slice(1) ?? "");
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      if (request.method === "PUT")
        published.set(name, Object.keys(JSON.parse(Buffer.concat(chunks).toString()).versions)[0] ?? "");
      const version = published.get(name);
      const known = { name, "dist-tags": { latest: version }, versions: { [version ?? ""]: { name, version } } };
      response.writeHead(version === undefined ? 404 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify(version === undefined ? {} : known));
    });
    const { url, close } = await listen(server);
    closes.push(close);
    const out = path.join(folder, "publish");
    mkdirSync(out);
    const releases = [];
    for (const name of ["first", "second"])
      releases.push({ name, version: "1.0.0", tarball: await packPackage(packageWith(name, {}), out, "1.0.0") });
    writeFileSync(path.join(out, "releases.json"), JSON.stringify(releases));
    const registry = `${url}/`;
    const userconfig = path.join(out, "npmrc");
    writeFileSync(
      userconfig,
      `registry=${registry}\n//${new URL(url).host}/:_authToken=nobody\ncache=${path.join(out, "cache")}\n`,
    );
    const publish = () =>
      run("node", [path.join(import.meta.dirname, "publish.mjs"), path.relative(root, out)], {
        npm_config_userconfig: userconfig,
        npm_config_registry: registry,
      });
    const first = await publish();
    expect(first.output).toMatch(/first@1\.0\.0: published[\s\S]*second@1\.0\.0: published/);
    expect([...published.keys()]).toEqual(["first", "second"]);
    published.delete("second");
    const again = await publish();
    expect(again.output).toMatch(/first@1\.0\.0: is there[\s\S]*second@1\.0\.0: published/);
    expect(again.code).toBe(0);
  });

  it("has the notes of one version", () => {
    const changelog = "# tea\n\n## 0.2.0\n\n### Minor Changes\n\n- More.\n\n## 0.1.0\n\n- Tea.\n";
    expect(changelogPart(changelog, "0.2.0")).toBe("### Minor Changes\n\n- More.");
    expect(changelogPart(changelog, "0.1.0")).toBe("- Tea.");
    expect(changelogPart(changelog, "0.3.0")).toBeUndefined();
  });
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { PlatformMissing } from "../platforms/platform.js";
import type { ReleaseManifest } from "../release/pack-package.js";
import { command } from "./command.js";
import { versionsOf } from "./each-package.js";
import { requireParameter } from "./edits.js";
import { lookAtTree } from "./empty-folder.js";
import type { Manifests } from "./release.js";
import { cellsOf, countRows, isWell, tryRow } from "./row.js";
import { faultsOfVersions } from "./versions.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-rehearse-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the table", () => {
  const good = { name: "it runs", problem: undefined };
  const bad = { name: "it compiles", problem: "no" };

  it("counts checks, and what failed before there was one", async () => {
    const rows = [
      await tryRow("one", async () => [good, bad]),
      await tryRow("two", async () => Promise.reject(new Error("it broke"))),
      await tryRow("three", async () => []),
    ];
    expect(rows.map((row) => isWell(row, false))).toEqual([false, false, false]);
    expect(rows[1]?.checks).toEqual([{ name: "it can be tried", problem: "it broke" }]);
    expect(countRows(rows, false)).toEqual({ passed: 1, failed: 3 });
  });

  it("skips with a reason what the machine cannot fetch, and in CI lets it fail", async () => {
    const row = await tryRow("Bun", async () => Promise.reject(new PlatformMissing("bun could not be installed")));
    expect(cellsOf({ ...row, seconds: 1 }, false)).toEqual([
      "–",
      "Bun",
      "",
      "1.0",
      "skipped: bun could not be installed",
    ]);
    expect(cellsOf(row, true)[0]).toBe("✗");
    expect(countRows([row], false)).toEqual({ passed: 0, failed: 0 });
    expect(countRows([row], true)).toEqual({ passed: 0, failed: 1 });
  });
});

describe("versions of a second release", () => {
  const provider = (name: string, version: string, range: string): ReleaseManifest => ({
    name: `@facsimile/${name}`,
    version,
    dependencies: { "@facsimile/runtime": range },
  });
  const releases = (runtime: string, command: string, green: string, black: string, range: string, peers: string) =>
    new Map<string, ReleaseManifest>([
      ["runtime", { name: "@facsimile/runtime", version: runtime }],
      ["facsimile", { name: "facsimile", version: command, peerDependencies: { "@facsimile/mock": peers } }],
      ["green", provider("green", green, range)],
      ["black", provider("black", black, range)],
    ]);
  const faults = (second: Manifests) =>
    faultsOfVersions(
      releases("0.2.0", "0.2.0", "0.2.0", "0.1.1", "^0.2.0", "<1"),
      second,
      ["runtime", "facsimile"],
      "green",
    );

  it("are one minor more for the family and the provider that changed, and a patch for who depends on it", () => {
    expect(faults(releases("0.3.0", "0.3.0", "0.3.0", "0.1.2", "^0.3.0", ">=0.1.0 <1.0.0"))).toEqual([]);
  });

  it("are faults where a peer raises to 1.0.0, the old runtime is asked for, or a range has no end", () => {
    expect(faults(releases("0.3.0", "1.0.0", "0.3.0", "0.1.2", "^0.2.0", ">=0.1.0"))).toEqual([
      "the family has several versions: 0.3.0, 1.0.0",
      "facsimile went from 0.2.0 to 1.0.0, and not to 0.3.0",
      "facsimile takes >=0.1.0 of @facsimile/mock, without an end",
      "@facsimile/green depends on ^0.2.0 of the runtime, which is 0.3.0",
      "@facsimile/black depends on ^0.2.0 of the runtime, which is 0.3.0",
    ]);
  });
});

describe("a command of the rehearsal", () => {
  it("is told nothing that npm tells scripts, and ends with all that it started", async () => {
    vi.stubEnv("npm_config_rehearsed", "yes");
    const told = await command({ folder }, "node", "-p", "[process.env.npm_config_rehearsed, process.cwd()].join()");
    vi.unstubAllEnvs();
    expect(told.trim()).toMatch(/^,.*facsimile-rehearse-/);
    const behind = "child_process.spawn('sh', ['-c', 'sleep 0.4; touch late'], { stdio: 'ignore' }); process.exit()";
    await command({ folder }, "node", "-e", behind);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("says all that was printed where it fails", async () => {
    const failing = command({ folder }, "node", "-e", "console.log('out'); console.error('err'); process.exit(3)");
    await expect(failing).rejects.toThrow(/^node -e [\s\S]*exit 3\nout\nerr$/);
  });
});

describe("what is installed", () => {
  it("is held against what each package asks for, and against what was released", async () => {
    const home = path.join(folder, "installed");
    const leaf = path.join(home, "node_modules", "@facsimile", "leaf");
    mkdirSync(leaf, { recursive: true });
    writeFileSync(
      path.join(home, "package.json"),
      '{ "dependencies": { "@facsimile/leaf": "^2.0.0", "gone": "1.0.0" } }',
    );
    writeFileSync(path.join(leaf, "package.json"), '{ "name": "@facsimile/leaf", "version": "1.0.0" }');
    const tree = { packages: { "node_modules/@facsimile/leaf": { version: "1.0.0" }, "node_modules/other": {} } };
    writeFileSync(path.join(home, "node_modules", ".package-lock.json"), JSON.stringify(tree));
    const { problem } = await lookAtTree({ folder: home });
    expect(problem).toMatch(/invalid: @facsimile\/leaf@1\.0\.0/);
    expect(problem).toMatch(/missing: gone@1\.0\.0/);
    const released = new Map([["leaf", { name: "@facsimile/leaf", version: "2.0.0" }]]);
    expect(versionsOf({ folder: home }, released)).toEqual([
      { name: "@facsimile/leaf is that of the release", problem: "1.0.0 in place of 2.0.0" },
    ]);
  });
});

it("a document's first operation is given a parameter that it requires", () => {
  const get = { operationId: "list", parameters: [{ name: "page", in: "query" }] };
  const edited = JSON.parse(
    requireParameter(JSON.stringify({ paths: { "/a": { summary: "a" }, "/b": { get } } }), "more"),
  );
  expect(edited.paths["/b"].get.parameters).toEqual([
    { name: "page", in: "query" },
    expect.objectContaining({ name: "more", in: "query", required: true }),
  ]);
});

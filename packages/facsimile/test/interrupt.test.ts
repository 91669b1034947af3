import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-interrupt-"));
});
let child: ChildProcess;
afterEach(() => {
  child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

/** Runs a module, named relative to the source of this package, in a process of its own, in the folder of the test. */
function start(module: string, code: string, ...args: readonly string[]): ChildProcess {
  const file = JSON.stringify(new URL(`../src/${module}`, import.meta.url).href);
  const script = `const module = await import(${file}); ${code}`;
  return spawn(
    process.execPath,
    ["--import", import.meta.resolve("tsx"), "--input-type=module", "--eval", script, "--", ...args],
    {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, TSX_TSCONFIG_PATH: join(import.meta.dirname, "../tsconfig.json") },
    },
  );
}

const facsimile = "process.exitCode = await module.run(process.argv.slice(1));";

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  it("stops a generation at once", async () => {
    // Nobody writes to it: whoever reads it waits.
    execFileSync("mkfifo", [join(folder, "openapi.yaml")]);
    child = start("main.ts", facsimile, "generate", "openapi.yaml", "--out", "out");
    const writer = await open(join(folder, "openapi.yaml"), "w");
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([null, signal]);
    await writer.close();
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("ends watching with 0", async () => {
    cpSync(
      join(import.meta.dirname, "../../codegen/test/golden/whole-package/openapi.yaml"),
      join(folder, "openapi.yaml"),
    );
    child = start("main.ts", facsimile, "generate", "openapi.yaml", "--out", "out", "--watch");
    let out = "";
    child.stdout?.on("data", (text) => {
      out += text;
    });
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(/Watching/);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("waits for changes that are being made, and stops after them", async () => {
    const count = 500;
    const code = `
      const changes = Array.from({ length: ${count} }, (_, n) => ({ kind: "create", path: \`src/\${n}.ts\`, text: "new" }));
      await module.changeFolder("out", async () => changes);
      setInterval(() => {}, 1000);
    `;
    child = start("../../codegen/src/write/change-folder.ts", code);
    await expect.poll(() => existsSync(join(folder, "out/.facsimile")), { timeout: 60_000, interval: 1 }).toBe(true);
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([null, signal]);
    expect(readdirSync(join(folder, "out"))).toEqual(["src"]);
    const names = readdirSync(join(folder, "out/src"));
    expect(names).toHaveLength(count);
    expect(names.filter((name) => !/^\d+\.ts$/.test(name))).toEqual([]);
  });
});

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
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

/** A document that takes many seconds to generate code from: a signal arrives in the midst of it. */
function largeDocument(): string {
  const schemas = Array.from(
    { length: 100_000 },
    (_, n) => `    Schema${n}: { type: object, properties: { id: { type: string } } }`,
  );
  return [
    "openapi: 3.1.0",
    "info: { title: Large, version: 1.0.0 }",
    "paths: {}",
    "components:",
    "  schemas:",
    ...schemas,
  ].join("\n");
}

const facsimile = "process.exitCode = await module.run(process.argv.slice(1));";

describe.each(["SIGINT", "SIGTERM"] as const)("%s", (signal) => {
  it("stops a generation at once", async () => {
    writeFileSync(join(folder, "openapi.yaml"), largeDocument());
    const code =
      'const running = module.run(process.argv.slice(1)); console.log("begun"); process.exitCode = await running;';
    child = start("main.ts", code, "generate", "openapi.yaml", "--out", "out");
    const exited = once(child, "exit");
    if (child.stdout !== null) await once(child.stdout, "data");
    child.kill(signal);
    expect(await exited).toEqual([null, signal]);
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

  it("ends a mock server with 0 while it is busy", async () => {
    const schema = { type: "array", uniqueItems: true, items: { type: "object" } };
    const post = { requestBody: { content: { "application/json": { schema } } }, responses: {} };
    const paths = { "/teas": { post } };
    const document = { openapi: "3.1.0", info: { title: "Tea", version: "1" }, paths };
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(document));
    child = start("main.ts", facsimile, "mock", "openapi.json");
    let out = "";
    child.stdout?.on("data", (text) => {
      out += text;
    });
    await expect.poll(() => out, { timeout: 60_000 }).toMatch(/Ctrl-C/);
    const body = JSON.stringify(Array.from({ length: 100_000 }, (_, n) => ({ n })));
    const [, url] = / at (\S+)/.exec(out) ?? [];
    const asked = fetch(`${url}/teas`, { method: "POST", body, headers: { "Content-Type": "application/json" } });
    const settled = asked.catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    await settled;
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

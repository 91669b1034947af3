import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as runtime from "../../src/index.js";
import { bundleForWeb, importsIn } from "./bundle.js";
import type { Check } from "./check.js";
import { runScenario } from "./scenario.js";
import { type PlatformServer, startPlatformServer } from "./server.js";

const source = path.join(import.meta.dirname, "..", "..", "src");

let server: PlatformServer;

beforeAll(async () => {
  server = await startPlatformServer();
});

afterAll(() => server.close());

function problemsOf(checks: readonly Check[]): readonly string[] {
  return checks.flatMap(({ name, problem }) => (problem === undefined ? [] : [`${name}: ${problem}`]));
}

describe("platforms", () => {
  it("does in this Node what it has to do everywhere", async () => {
    const checks = await runScenario(runtime, [], server.url);
    expect(problemsOf(checks)).toEqual([]);
    expect(checks.length).toBeGreaterThanOrEqual(25);
  });

  it("imports nothing in its bundle for workers", async () => {
    expect(importsIn(await bundleForWeb('export * from "./index.js";', source))).toEqual([]);
  });

  it("finds what a bundle imports", async () => {
    const bundle = await bundleForWeb(
      'import { readFileSync } from "node:fs"; import "path"; export { readFileSync };',
      source,
    );
    expect(importsIn(bundle)).toEqual(["node:fs", "path"]);
  });

  it("works where there are only the globals of the web, as in a worker", async () => {
    const entry = 'export * as runtime from "./index.js"; export { runScenario } from "../test/platforms/scenario.js";';
    const bundle = await bundleForWeb(entry, source, "bundle");
    const web = {
      AbortController,
      AbortSignal,
      Blob,
      DOMException,
      File,
      FormData,
      Headers,
      ReadableStream,
      Request,
      Response,
      TextDecoder,
      TextEncoder,
      URL,
      URLSearchParams,
      atob,
      btoa,
      clearTimeout,
      crypto,
      fetch,
      setTimeout,
    };
    const context = createContext({ ...web });
    // The same scenario, as it comes out of the bundle.
    const bundled = runInContext(`${bundle}; bundle`, context) as {
      runtime: typeof runtime;
      runScenario: typeof runScenario;
    };
    const own = await startPlatformServer();
    const checks = await bundled.runScenario(bundled.runtime, [], own.url);
    await own.close();
    expect(problemsOf(checks)).toEqual([]);
  });
});

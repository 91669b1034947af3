import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { installPlatform, PlatformMissing } from "./platform.js";
import { playwrightVersion } from "./versions.js";

/** Where Debian and others put it. */
const chromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const execute = promisify(execFile);

/** What is used of playwright-core, which is installed by scripts, so that its types are not here. */
export interface Browser {
  newPage(options?: {
    readonly viewport: Size;
    readonly colorScheme: "light" | "dark";
    readonly javaScriptEnabled?: boolean;
  }): Promise<Tab>;
  close(): Promise<void>;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  fill(selector: string, text: string): Promise<void>;
  uncheck(selector: string): Promise<void>;
  check(selector: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  screenshot(options: { readonly path: string; readonly fullPage?: boolean }): Promise<unknown>;
  on(event: "console", listener: (message: { type(): string; text(): string }) => void): void;
  on(event: "pageerror", listener: (error: Error) => void): void;
  on(event: "request", listener: (request: { url(): string }) => void): void;
  readonly keyboard: { press(key: string): Promise<void> };
  close(): Promise<void>;
}

/**
 * Chromium without a window.
 *
 * @throws PlatformMissing
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await installChromium();
  const folder = installPlatform("chromium", { "playwright-core": playwrightVersion });
  // The parts of it in use.
  const { chromium } = createRequire(path.join(folder, "package.json"))("playwright-core") as {
    chromium: { launch(options: object): Promise<Browser> };
  };
  // Chromium's sandbox does not start for root.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Its number, and whose build it is. */
export async function versionOfChromium(): Promise<string> {
  const { stdout } = await execute(await installChromium(), ["--version"]);
  return stdout.trim().replace(/^\D*/, "");
}

async function installChromium(): Promise<string> {
  const find = (): string | undefined => chromiumPaths.find((candidate) => existsSync(candidate));
  if (find() === undefined && process.getuid?.() === 0) {
    const install = ["install", "-y", "--no-install-recommends", "chromium"];
    await execute("apt-get", ["update"]).catch(() => {});
    await execute("apt-get", install).catch(() => {});
  }
  const found = find();
  if (found === undefined) throw new PlatformMissing("Chromium is not installed, and could not be");
  return found;
}

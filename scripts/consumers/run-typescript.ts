import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/scenario.js";
import { pack, packDependencies } from "../pack.js";
import { listProviders } from "../repository.js";
import { compileConsumer } from "./compile.js";
import { nameSetting, settingsFor } from "./compiler-setting.js";
import { installConsumer } from "./install-consumer.js";
import { installTypeScripts } from "./typescripts.js";

let consumer: Promise<string> | undefined;

/** What one TypeScript makes of a consumer of the packed packages, under each setting that it has. Installs every version the first time. */
export async function runTypeScript(version: string): Promise<readonly Check[]> {
  const { folder, scriptOf } = installTypeScripts();
  consumer ??= makeConsumer(folder);
  const compiler = { version, script: scriptOf(version) };
  const checks: Check[] = [];
  for (const setting of settingsFor(version)) {
    checks.push({ name: nameSetting(setting), problem: await compileConsumer(await consumer, compiler, setting) });
  }
  return checks;
}

/** Below the folder where `@types/node` is. */
async function makeConsumer(parent: string): Promise<string> {
  const folder = path.join(parent, "consumer");
  const packed = path.join(parent, "packed");
  for (const old of [folder, packed]) await rm(old, { recursive: true, force: true });
  await mkdir(packed);
  const own = ["runtime", ...listProviders()].map((name) => pack(path.join("packages", name), packed));
  await installConsumer(folder, [...(await Promise.all(own)), ...(await packDependencies(packed))]);
  return folder;
}

import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { compileConsumer } from "./compile.js";
import { nameSetting, settingsFor } from "./compiler-setting.js";
import { makeConsumer } from "./make-consumer.js";
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

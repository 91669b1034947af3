import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { type Compiler, compileConsumer } from "../consumers/compile.js";
import { nameSetting, settingsFor } from "../consumers/compiler-setting.js";
import { writePrograms } from "../consumers/install-consumer.js";
import type { ReleaseManifest } from "../release/pack-package.js";
import { listProviders, workspaceOf } from "../repository.js";
import { command, type Place, problemOf } from "./command.js";
import { versionsOf } from "./each-package.js";
import { edit } from "./edits.js";
import { install } from "./empty-folder.js";

/** Makes an application of all providers' packages, and holds what was installed against the second release. */
export async function makeApplication(
  place: Place,
  released: ReadonlyMap<string, ReleaseManifest>,
): Promise<readonly Check[]> {
  const looked = await install(place, ["@facsimile/runtime", ...listProviders().map(workspaceOf)]);
  await writePrograms(place.folder);
  const program = `import { ${edit.constant} } from "@facsimile/runtime";\nif (${edit.constant} !== "twice") throw new Error("the runtime is an old one");\n`;
  for (const ending of ["ts", "mjs"]) writeFileSync(path.join(place.folder, `second.${ending}`), program);
  const document = path.join(place.folder, "node_modules", workspaceOf(edit.provider), "openapi.json");
  const carries = readFileSync(document, "utf8").includes(`"${edit.parameter}"`);
  return [
    looked,
    ...versionsOf(place, released),
    {
      name: "the runtime is what was edited",
      problem: await problemOf(command(place, process.execPath, "second.mjs")),
    },
    { name: "the document is what was edited", problem: carries ? undefined : `${edit.parameter} is not there` },
  ];
}

/** Compiles the programs of an application as consumers do: each way to look for modules, with declarations checked. */
export async function compileApplication(folder: string, compiler: Compiler): Promise<readonly Check[]> {
  const checks: Check[] = [];
  for (const setting of settingsFor(compiler.version)) {
    if (setting.globals !== "DOM" || setting.resolution === "node10") continue;
    checks.push({ name: nameSetting(setting), problem: await compileConsumer(folder, compiler, setting) });
  }
  return checks;
}

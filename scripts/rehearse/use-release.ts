import type { Compiler } from "../consumers/compile.js";
import { installTypeScripts } from "../consumers/typescripts.js";
import { platforms } from "../platforms/platforms.js";
import { runNode } from "../platforms/run-node.js";
import { nodeVersions } from "../platforms/versions.js";
import { listProviders, listTools } from "../repository.js";
import { compileApplication, makeApplication } from "./consumer.js";
import { tryPackage } from "./each-package.js";
import { emptyFolder } from "./empty-folder.js";
import { tryGenerator } from "./generated.js";
import type { Manifests } from "./release.js";
import type { Stage, Trials } from "./trials.js";

/** The compilers that applications are compiled by: the first, one between, and the last of each major. */
const compilers = ["5.4.5", "5.6.3", "5.9.3", "6.0.3", "7.0.2"] as const;

/** What else the packages run on, by how the names of platforms begin. */
const others = ["Bun", "Deno", "workerd", "Chromium"] as const;

/** Uses what was released as others will, who have nothing but the registry. */
export async function useRelease({ work, registry, trials }: Stage, released: Manifests): Promise<void> {
  for (const name of [...listTools(), ...listProviders()]) {
    const place = emptyFolder(work, name, registry);
    const title = `${released.get(name)?.name} installed alone`;
    await trials.try(title, () => tryPackage(place, name, released, compilerOf("5.9.3")));
  }
  const generated = emptyFolder(work, "generated", registry);
  await trials.try("npx facsimile generate, second release", () => tryGenerator(generated, released));
  const application = emptyFolder(work, "application", registry);
  const isMade = await trials.try("an application of all providers", () => makeApplication(application, released));
  if (isMade) await useApplication(trials, application.folder);
}

async function useApplication(trials: Trials, folder: string): Promise<void> {
  const consumer = async (): Promise<string> => folder;
  for (const version of compilers)
    await trials.try(`TypeScript ${version}`, () => compileApplication(folder, compilerOf(version)));
  for (const version of nodeVersions) {
    await trials.try(`Node ${version}, import`, () => runNode(version, consumer));
    await trials.try(`Node ${version}, require`, () => runNode(version, consumer, "cjs"));
  }
  for (const { name, run } of platforms.filter((one) => others.some((start) => one.name.startsWith(start))))
    await trials.try(name, () => run(consumer));
}

function compilerOf(version: string): Compiler {
  return { version, script: installTypeScripts().scriptOf(version) };
}

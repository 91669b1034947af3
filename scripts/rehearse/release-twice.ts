import path from "node:path";
import type { Check } from "../../packages/runtime/test/platforms/check.js";
import { listTools, workspaceOf } from "../repository.js";
import type { Place } from "./command.js";
import { commit, copyRepository, placeOf } from "./copy.js";
import { changeProvider, changeRuntime, edit } from "./edits.js";
import { emptyFolder, npmOf } from "./empty-folder.js";
import { tryGenerator } from "./generated.js";
import { type Manifests, readManifests, releaseSteps, takeSteps } from "./release.js";
import type { Stage } from "./trials.js";
import { faultsOfVersions } from "./versions.js";

/** Releases what is committed, in a copy, and then a change of it. Resolves to the second release; undefined where it did not come to that. */
export async function releaseTwice(stage: Stage): Promise<Manifests | undefined> {
  const { work, registry, trials } = stage;
  const folder = path.join(work, "copy");
  const isCopied = await trials.try("a copy of what is committed", async () => {
    await copyRepository(folder);
    return [{ name: "it is installed", problem: undefined }];
  });
  if (!isCopied) return undefined;
  const copy = placeOf(folder);
  const publisher = npmOf(path.join(work, "homes", "publisher"), registry);
  const release = () => takeSteps(releaseSteps(copy, publisher));
  if (!(await trials.try("first release", release))) return undefined;
  const first = readManifests(copy);
  const place = emptyFolder(work, "generated-first", registry);
  await trials.try("npx facsimile generate, first release", () => tryGenerator(place, first));
  if (!(await trials.try("changes for a second release", () => changeBoth(copy)))) return undefined;
  if (!(await trials.try("second release", release))) return undefined;
  const second = readManifests(copy);
  await trials.try("versions of the second release", async () => compareVersions(first, second));
  return second;
}

async function changeBoth(copy: Place): Promise<readonly Check[]> {
  changeRuntime(copy);
  const changeset = await changeProvider(copy);
  await commit(copy, "Change the runtime and a provider");
  const asks = changeset.includes(`"${workspaceOf(edit.provider)}": minor`) && changeset.includes(edit.parameter);
  return [{ name: "facsimile changeset asks for a minor, and says why", problem: asks ? undefined : changeset }];
}

function compareVersions(first: Manifests, second: Manifests): readonly Check[] {
  const faults = faultsOfVersions(first, second, listTools(), edit.provider);
  const name = "a minor for what has one, a patch for what depends on it, and ranges that end";
  return [{ name, problem: faults.length === 0 ? undefined : faults.join("\n") }];
}

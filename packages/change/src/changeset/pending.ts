import { join } from "node:path";
import type { Bump } from "../bump/bump.js";
import { InputError } from "../input-error.js";
import type { History } from "./history.js";

/** A changeset that waits for a release. */
export interface PendingChangeset {
  /** The name of its file, without the ending. */
  readonly id: string;
  /** What it asks for, by the name of the package. Nothing, where it is empty. */
  readonly bumps: ReadonlyMap<string, Bump>;
  /** Whether it is as it was in the revision that is compared with. */
  readonly isOlder: boolean;
}

/** @throws InputError where there are none to read, or one is no changeset */
export async function readPending(
  root: string,
  history: History,
  since: string | undefined,
): Promise<readonly PendingChangeset[]> {
  // Loaded only where changesets are written.
  const { default: readChangesets } = await import("@changesets/read");
  const folder = join(root, ".changeset");
  const all = await readChangesets(root).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${folder}: changesets cannot read it: ${reason} (npx changeset init makes the folder)`);
  });
  const changed = since === undefined ? undefined : new Set(await history.changedFiles(since));
  return all.map(({ id, releases }) => ({
    id,
    bumps: new Map(releases.map(({ name, type }) => [name, type])),
    isOlder: changed !== undefined && !changed.has(`.changeset/${id}.md`),
  }));
}

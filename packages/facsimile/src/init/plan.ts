/** A file that `init` would write, and what is known of it before. */
export interface InitFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** The text that is there; undefined where nothing is. Only a package.json is ever changed, and only by what is added to it. */
  readonly before: string | undefined;
  /** What it is, in a few words. */
  readonly about: string;
}

/** Something that is there and stays as it is. */
export interface Left {
  readonly path: string;
  readonly reason: string;
}

/** What `init` does to a folder. */
export interface InitPlan {
  readonly files: readonly InitFile[];
  readonly left: readonly Left[];
}

/** Puts plans behind one another. */
export function joinPlans(plans: readonly InitPlan[]): InitPlan {
  return { files: plans.flatMap(({ files }) => files), left: plans.flatMap(({ left }) => left) };
}

/** A file that is written once: what is there is somebody's. */
export function writtenOnce(path: string, before: string | undefined, text: string, about: string): InitPlan {
  if (before === undefined) return { files: [{ path, text, before, about }], left: [] };
  return { files: [], left: [{ path, reason: before === text ? "is as it would be written" : "is there already" }] };
}

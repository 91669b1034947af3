import { relative } from "node:path";

/** A file that `init` or `add` would write, and what is known of it before. */
export interface InitFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string | Uint8Array;
  /** What is there; undefined where nothing is. A package.json and a configuration are changed by what is added to them, a copy by what is published. */
  readonly before: string | Uint8Array | undefined;
  /** What it is, in a few words. */
  readonly about: string;
}

/** Something that is there and stays as it is. */
export interface Left {
  readonly path: string;
  readonly reason: string;
}

/** What is done to a folder. */
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

/** A line for each file. @param word - `written`, or that it would be */
export function planRows({ files, left }: InitPlan, folder: string, word: string): readonly string[] {
  const here = (path: string): string => relative(folder, path);
  return [
    ...files.map(({ path, about }) => `  + ${here(path)}: ${word}, ${about}`),
    ...left.map(({ path, reason }) => `  = ${here(path)}: left, it ${reason}`),
  ];
}

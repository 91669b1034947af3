import { rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "../plan/plan.js";
import { digest, writeWhole } from "./disk.js";
import { lookInside } from "./inside.js";
import { ObstacleError } from "./obstacle.js";

/**
 * What a run is about to do to a package. While it is there, the package may be half written, and what was done has to be taken back: by the run
 * itself where it fails, else by the next one. What that takes is beside it, in the run's folder.
 */
export interface Journal {
  /** The folders that are made, each after the one that holds it. */
  readonly folders: readonly string[];
  readonly steps: readonly Step[];
}

/** The change of one file. */
export interface Step {
  readonly kind: Change["kind"];
  /** Relative to the package's folder, with slashes. */
  readonly path: string;
  /** Digest of the new text, by which it is known as ours; empty for a deletion. */
  readonly digest: string;
}

const [name, draft] = ["journal.json", "journal.part"];

export function toStep(change: Change): Step {
  const { kind, path } = change;
  return { kind, path, digest: change.kind === "delete" ? "" : digest(change.text) };
}

/** From here on the package may be half written. */
export async function openJournal(own: string, journal: Journal): Promise<void> {
  await writeWhole(join(own, draft), JSON.stringify(journal));
  await rename(join(own, draft), join(own, name));
}

/** From here on the package is whole. */
export async function closeJournal(own: string): Promise<void> {
  await unlink(join(own, name));
}

export function hasJournal(own: string): Promise<boolean> {
  return lookInside(own).has(name);
}

/**
 * Undefined where there is none: then the run has changed nothing, or everything.
 *
 * @throws ObstacleError for one that no run has written
 */
export async function readJournal(own: string): Promise<Journal | undefined> {
  const text = await lookInside(own).read(name);
  if (text === undefined) return undefined;
  const journal = parse(text);
  if (journal !== undefined) return journal;
  const fix = "Restore the package as it was, by version control for example, and delete this file.";
  throw new ObstacleError(join(own, name), "The record of an interrupted run cannot be understood.", fix);
}

function parse(text: string): Journal | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJournal(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A journal lies about as any other file does: it may name no path outside the package. */
function isJournal(value: unknown): value is Journal {
  if (!isObject(value)) return false;
  const { folders, steps } = value;
  return Array.isArray(folders) && folders.every(isPath) && Array.isArray(steps) && steps.every(isStep);
}

function isStep(value: unknown): value is Step {
  if (!isObject(value)) return false;
  const { kind, path, digest } = value;
  return (kind === "create" || kind === "update" || kind === "delete") && isPath(path) && typeof digest === "string";
}

function isPath(value: unknown): value is string {
  return (
    typeof value === "string" && !/[\\:\0]/.test(value) && value.split("/").every((part) => !/^\.{0,2}$/.test(part))
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

import { createHash, randomBytes } from "node:crypto";
import { readlink } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { hasCode } from "./error-code.js";

/**
 * The folder in the folder of a package where a run that writes has a folder of its own. It is there only while a run is at work, and after one was
 * interrupted.
 */
export const runsFolder = ".facsimile";

/** Where a run keeps the new text of the change with a number, the old file, and a file that is to go, in its own folder. */
export const newFile = (own: string, index: number): string => join(own, "new", String(index));
export const oldFile = (own: string, index: number): string => join(own, "old", String(index));
export const goneFile = (own: string, index: number): string => join(own, "gone", String(index));

/** Who a folder in it belongs to. */
export interface Run {
  /** The name of the folder. */
  readonly name: string;
  readonly pid: number;
  /** Where the process is: process ids mean nothing elsewhere. */
  readonly place: string;
  /** Whether another run has found it abandoned, and made it its own. */
  readonly isTaken: boolean;
}

const form = /^(?<pid>\d{1,10})-(?<place>[0-9a-f]{12})-[0-9a-f]{12}(?<taken>\.taken)?$/;

/** A name that no other run has. It tells who the run is, so that there is no moment at which a run is there and nobody knows whose it is. */
export async function nameRun(): Promise<string> {
  return `${process.pid}-${await thisPlace()}-${randomBytes(6).toString("hex")}`;
}

/** What the name of a run that has ended in the midst of its work gets at its end, when that has been noticed. */
export const takenMark = ".taken";

/** Undefined for a name that no run has. */
export function parseRun(name: string): Run | undefined {
  const { pid, place = "", taken } = form.exec(name)?.groups ?? {};
  return pid === undefined ? undefined : { name, pid: Number(pid), place, isTaken: taken !== undefined };
}

/** Whether the process of a run has certainly ended. */
export async function hasEnded({ pid, place }: Run): Promise<boolean> {
  if (place !== (await thisPlace())) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}

let place: Promise<string> | undefined;

/** The machine and, where Linux keeps several sets of process ids apart as for containers, which of them. */
function thisPlace(): Promise<string> {
  place ??= readlink("/proc/self/ns/pid")
    .catch(() => "")
    .then((set) => createHash("sha256").update(`${hostname()}\n${set}`).digest("hex").slice(0, 12));
  return place;
}

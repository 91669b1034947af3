import { createHash } from "node:crypto";
import { closeSync, fsync, openSync, writeFileSync } from "node:fs";
import { constants, copyFile, link, open, readFile, rename, rm } from "node:fs/promises";
import { promisify } from "node:util";
import { hasCode } from "./error-code.js";

/**
 * Writes a new file and waits until its text is on the disk, before it can take the place of another one. Folders need not be waited for: file systems
 * that outlive a power failure keep the order of what is made, renamed and removed.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const file = openSync(path, "wx");
  try {
    writeFileSync(file, text, "utf8");
    await synchronize(file);
  } finally {
    closeSync(file);
  }
}

/** Of all steps the one that takes long enough to be left to another thread. */
function synchronize(file: number): Promise<void> {
  return promisify(fsync)(file);
}

/** Gives a file a second name, or copies it where the file system knows no second names or does not allow them. */
export async function keep(path: string, copy: string): Promise<void> {
  try {
    await link(path, copy);
  } catch {
    await copyWhole(path, copy);
  }
}

/**
 * Puts a file in the place of another one, or where there is none: at each moment there is the one or the other. A file system of its own, as a folder
 * in a package may be, gets a copy first, which has the name `halfOf(target)` until it is whole.
 */
export async function move(path: string, target: string): Promise<void> {
  try {
    await rename(path, target);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    const half = halfOf(target);
    await rm(half, { force: true });
    await copyWhole(path, half);
    await rename(half, target);
    await rm(path);
  }
}

/** Takes a file away, to a place where nobody looks. */
export async function discard(path: string, gone: string): Promise<void> {
  try {
    await rename(path, gone);
  } catch (error) {
    if (!hasCode(error, "EXDEV")) throw error;
    await rm(path);
  }
}

export function halfOf(target: string): string {
  return `${target}.facsimile`;
}

async function copyWhole(path: string, copy: string): Promise<void> {
  await copyFile(path, copy, constants.COPYFILE_EXCL);
  const file = await open(copy, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Undefined where there is no file that can be read. */
export async function digestFile(path: string): Promise<string | undefined> {
  const flag = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  return readFile(path, { flag }).then(digest, () => undefined);
}

export function digest(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { decode } from "./encoding.js";
import { explain, notRegular, tooLarge, type UnreadText } from "./unread-text.js";

/** The text of a file, or why there is none. */
export type ReadText = { readonly text: string } | UnreadText;

/**
 * The largest file that is read where nothing else is said, in bytes: 128 MiB. GitHub's document, one of the largest that are published, has 13 MB
 * and takes 0.15 GB of memory to load; ten times as much still fits into what Node gives a process (4 GB).
 */
export const maximumFileSize: number = 128 * 1024 * 1024;

/**
 * Reads a file as UTF-8, or as UTF-16 where it begins with the byte order mark of that; without the mark. Only a regular file, or a link to one, is read: a pipe, a terminal or a device may give
 * nothing for ever, or never end.
 *
 * @param maximumSize - in bytes; a larger file is not read, nor one that grows beyond it meanwhile
 */
export async function readText(path: string, maximumSize: number = maximumFileSize): Promise<ReadText> {
  try {
    const bytes = await readBytes(path, maximumSize);
    return bytes instanceof Uint8Array ? decode(bytes) : bytes;
  } catch (error) {
    return explain(error, path);
  }
}

async function readBytes(path: string, maximumSize: number): Promise<Uint8Array | UnreadText> {
  // Asked before it is opened, because to open a device may do something.
  const stats = await stat(path);
  if (!stats.isFile()) return notRegular(stats);
  if (stats.size > maximumSize) return tooLarge(stats.size, maximumSize);
  // What has become a pipe since then does not block.
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    return (await readAll(handle, stats.size, maximumSize)) ?? tooLarge(maximumSize + 1, maximumSize);
  } finally {
    await handle.close();
  }
}

/** Undefined where there is more than a maximum. The size is a first guess: files such as those in `/proc` say 0. */
async function readAll(handle: FileHandle, size: number, maximumSize: number): Promise<Uint8Array | undefined> {
  let bytes = new Uint8Array(Math.max(size, 4095) + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
    if (length > maximumSize) return undefined;
    if (length === bytes.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(bytes);
      bytes = larger;
    }
  }
}

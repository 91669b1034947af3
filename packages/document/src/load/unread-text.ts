import type { Stats } from "node:fs";
import { basename } from "node:path";
import type { Position } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/registry.js";

/** Why a file gives no text. */
export interface UnreadText {
  readonly code: DiagnosticCode;
  /** Whether there is nothing at the path. */
  readonly missing: boolean;
  /** In one sentence. */
  readonly message: string;
  /** What to do about it, where the file was to hold an OpenAPI document. */
  readonly fix: string;
  /** Where in the file; absent where it was not read. */
  readonly position?: Position;
}

/** @param byte - the first one that is no text of the encoding */
export function notText(encoding: string, byte: number, position: Position): UnreadText {
  const hex = byte.toString(16).toUpperCase().padStart(2, "0");
  const message = `The file is not ${encoding} text: line ${position.line} has the byte ${hex} where none can be.`;
  const fix = "Save it as UTF-8, or name the document and not another kind of file.";
  return { code: "file-not-utf8", missing: false, message, fix, position };
}

/** What is no regular file. */
export function notRegular(stats: Stats): UnreadText {
  if (stats.isDirectory()) return unreadable("This is a folder.", "Name the file of the OpenAPI document in it.");
  const kind = stats.isFIFO() ? "pipe" : stats.isSocket() ? "socket" : "device";
  return unreadable(
    `This is a ${kind}, and only files are read.`,
    "Write the document into a file, and name that file.",
  );
}

/** @param size - in bytes, as far as it is known */
export function tooLarge(size: number, maximumSize: number): UnreadText {
  const message = `The file has ${megabytes(size)} MB, and the largest that is read has ${megabytes(maximumSize)} MB.`;
  return unreadable(message, "Divide it: an OpenAPI document may refer to further files in its folder.");
}

/** A fault of the file system. */
export function explain(error: unknown, path: string): UnreadText {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return missing(path);
    case "EACCES":
    case "EPERM":
      return unreadable("The file may not be read.", "Give yourself the permission to read it.");
    default:
      return unreadable(
        `The file cannot be read (${String(code ?? "unknown reason")}).`,
        "Check the path and the disk.",
      );
  }
}

function missing(path: string): UnreadText {
  if (basename(path) === "-") {
    const message = 'There is no file called "-"; standard input is not read.';
    return { ...unreadable(message, "Write the document into a file, and name that file."), missing: true };
  }
  const fix = "Check the path; a relative one starts at the current folder.";
  return { ...unreadable("There is no such file.", fix), missing: true };
}

function unreadable(message: string, fix: string): UnreadText {
  return { code: "file-unreadable", missing: false, message, fix };
}

/** In units of 1,048,576 bytes, rounded up to a tenth. */
function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10;
}

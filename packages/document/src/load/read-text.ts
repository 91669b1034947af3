import { readFile } from "node:fs/promises";
import type { DiagnosticCode } from "../diagnostics/registry.js";

/** The text of a file, or why there is none. */
export type ReadText =
  | { readonly text: string }
  | { readonly code: DiagnosticCode; readonly message: string; readonly fix: string };

/** Reads a file as UTF-8, without a byte order mark. */
export async function readText(path: string): Promise<ReadText> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { code: "file-unreadable", ...explain(error) };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const message = "The file is not UTF-8 text.";
    return {
      code: "file-not-utf8",
      message,
      fix: "Save it as UTF-8, or name the document and not another kind of file.",
    };
  }
}

function explain(error: unknown): { message: string; fix: string } {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return { message: "There is no such file.", fix: "Check the path; a relative one starts at the current folder." };
    case "EISDIR":
      return { message: "This is a folder.", fix: "Name the file of the OpenAPI document in it." };
    case "EACCES":
    case "EPERM":
      return { message: "The file may not be read.", fix: "Give yourself the permission to read it." };
    default:
      return {
        message: `The file cannot be read (${String(code ?? "unknown reason")}).`,
        fix: "Check the path and the disk.",
      };
  }
}

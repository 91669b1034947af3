import type { DiagnosticCode } from "@facsimile/document/diagnostics";

/** What keeps a package from being read or written. The message and the fix are for a person. */
export class ObstacleError extends Error {
  readonly path: string;
  readonly fix: string;
  readonly code: DiagnosticCode;

  constructor(
    path: string,
    message: string,
    fix: string,
    { code = "output-unusable", ...options }: ErrorOptions & { readonly code?: DiagnosticCode } = {},
  ) {
    super(message, options);
    this.path = path;
    this.fix = fix;
    this.code = code;
  }
}

/**
 * What the file system refused, as an obstacle. Any other error stays as it is.
 *
 * @param path - what was read or written; of a folder that cannot be made, the error itself knows which one it is
 */
function toObstacle(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("code" in error && "syscall" in error)) return error;
  const made = error.syscall === "mkdir" && "path" in error ? String(error.path) : path;
  return explainCode(String(error.code), made, error);
}

/** What a code of the file system's means for a person. */
export function explainCode(code: string, path: string, cause?: Error): ObstacleError {
  const { message, fix } = explain(code);
  return new ObstacleError(path, `${message} (${code}).`, fix, { cause });
}

/** Does some work on a path, so that what the file system refuses is told of that path. */
export async function at<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toObstacle(error, path);
  }
}

export const moveIt = "Move or delete it, or generate into another folder.";

function explain(code: string): { readonly message: string; readonly fix: string } {
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return {
        message: "The permission for it is missing",
        fix: "Give yourself the permission, or generate into another folder.",
      };
    case "EEXIST":
    case "ENOTDIR":
      return { message: "A file is where a folder is needed", fix: moveIt };
    case "EISDIR":
    case "ENOTEMPTY":
      return { message: "A folder is where a file is needed", fix: moveIt };
    case "ENOENT":
      // What Node says of a folder that cannot be made on a file system that is read-only, or below a link that leads nowhere.
      return {
        message: "No folder can be made here",
        fix: "Check that what is above it exists and may be written to, or generate into another folder.",
      };
    case "ENOSPC":
    case "EDQUOT":
      return { message: "There is no space left for it", fix: "Make room, and generate again." };
    case "EFBIG":
      return { message: "It is larger than a file may be", fix: "Raise the limit, and generate again." };
    case "ENAMETOOLONG":
      return { message: "Its path is too long", fix: "Generate into a folder with a shorter path." };
    case "ELOOP":
      return linked;
    default:
      return { message: "The file system refuses it", fix: "Check the path and the disk." };
  }
}

const linked = {
  message: "A symbolic link is where a file or folder of the package is needed",
  fix: "Put the file or folder itself there, or generate into another folder.",
};

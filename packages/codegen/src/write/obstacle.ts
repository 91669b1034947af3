/** What keeps a package from being read or written. The message and the fix are for a person. */
export class ObstacleError extends Error {
  readonly path: string;
  readonly fix: string;

  constructor(path: string, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.path = path;
    this.fix = fix;
  }
}

/**
 * What the file system refused, as an obstacle. Any other error stays as it is.
 *
 * @param path - what was read or written; of a folder that cannot be made, the error itself knows which one it is
 */
export function toObstacle(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !("code" in error && "syscall" in error)) return error;
  const made = error.syscall === "mkdir" && "path" in error ? String(error.path) : path;
  const { message, fix } = explain(String(error.code));
  return new ObstacleError(made, message, fix, { cause: error });
}

const moveIt = "Move or delete it, or generate into another folder.";

function explain(code: string): { readonly message: string; readonly fix: string } {
  switch (code) {
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return {
        message: `The permission for it is missing (${code}).`,
        fix: "Give yourself the permission, or generate into another folder.",
      };
    case "EEXIST":
    case "ENOTDIR":
      return { message: `A file is where a folder is needed (${code}).`, fix: moveIt };
    case "EISDIR":
    case "ENOTEMPTY":
      return { message: `A folder is where a file is needed (${code}).`, fix: moveIt };
    case "ENOENT":
      // What Node says of a folder that cannot be made on a file system that is read-only, or below a link that leads nowhere.
      return {
        message: `No folder can be made here (${code}).`,
        fix: "Check that what is above it exists and may be written to, or generate into another folder.",
      };
    default:
      return { message: `The file system refuses it (${code}).`, fix: "Check the path and the disk." };
  }
}

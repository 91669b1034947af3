import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * A path from the top of a repository, with slashes, as tools that show findings beside a change want it. What is outside stays absolute, and what
 * is no path of this machine, such as an edition of a registry, stays as it is.
 *
 * @param root - the folder that the repository is checked out to; absolute
 * @param cwd - what the path is relative to; absolute
 */
export function pathInRepository(path: string, root: string, cwd: string): string {
  if (path.startsWith("npm:")) return path;
  // An edition of a revision has the path that the file has here.
  const file = resolve(cwd, path.replace(/^git:[^:]+:/, ""));
  const inside = relative(root, file);
  const shown = inside.startsWith("..") || isAbsolute(inside) ? file : inside || ".";
  return shown.split(sep).join("/");
}

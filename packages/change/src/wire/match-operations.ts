import type { Edition } from "./edition.js";
import { basePath, pathShape, type WireOperation } from "./operations.js";

export interface OperationMatches {
  readonly pairs: readonly { readonly old: WireOperation; readonly new: WireOperation }[];
  readonly removed: readonly WireOperation[];
  readonly added: readonly WireOperation[];
}

type Key = (operation: WireOperation) => string;

/** Operations that correspond: by their path as it is written, else but for the names of parameters, else together with the path of the servers. */
export function matchOperations(
  old: Edition,
  next: Edition,
  was: readonly WireOperation[],
  is: readonly WireOperation[],
): OperationMatches {
  const bases = new Map([
    ...was.map((each) => [each, basePath(old)] as const),
    ...is.map((each) => [each, basePath(next)] as const),
  ]);
  const keys: readonly Key[] = [
    ({ method, path }) => `${method} ${path}`,
    ({ method, path }) => `${method} ${pathShape(path)}`,
    (operation) => `${operation.method} ${bases.get(operation)}${pathShape(operation.path)}`,
  ];
  const pairs: { old: WireOperation; new: WireOperation }[] = [];
  let removed = was;
  const rest = new Set(is);
  for (const key of keys) {
    const byKey = new Map([...rest].map((operation) => [key(operation), operation]));
    removed = removed.filter((operation) => {
      const found = byKey.get(key(operation));
      if (found === undefined || !rest.delete(found)) return true;
      pairs.push({ old: operation, new: found });
      return false;
    });
  }
  return { pairs, removed, added: [...rest] };
}

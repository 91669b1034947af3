import { pathShape } from "@facsimile/document";
import type { Edition } from "./edition.js";
import { basePath, type WireOperation } from "./operations.js";

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
  const [oldBase, newBase] = [basePath(old), basePath(next)];
  const keys: readonly (readonly [old: Key, next: Key])[] = [
    [asWritten, asWritten],
    [below(""), below("")],
    [below(oldBase), below(newBase)],
  ];
  const pairs: { old: WireOperation; new: WireOperation }[] = [];
  let removed = was;
  const rest = new Set(is);
  for (const [oldKey, newKey] of keys) {
    const byKey = new Map([...rest].map((operation) => [newKey(operation), operation]));
    removed = removed.filter((operation) => {
      const found = byKey.get(oldKey(operation));
      if (found === undefined || !rest.delete(found)) return true;
      pairs.push({ old: operation, new: found });
      return false;
    });
  }
  return { pairs, removed, added: [...rest] };
}

function asWritten({ method, path }: WireOperation): string {
  return `${method} ${path}`;
}

function below(base: string): Key {
  return ({ method, path }) => `${method} ${base}${pathShape(path)}`;
}

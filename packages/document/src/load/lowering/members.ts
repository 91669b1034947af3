import type { Json } from "../document.js";
import type { Path, Tree } from "../rewritten/tree.js";

/** Members below which there are neither parameters nor security requirements. */
const passed: ReadonlySet<string> = new Set(["schema", "schemas", "content", "example", "examples", "default"]);

/** Visits each member of a name that is anywhere in what a document describes, but in values. What is called so without being one, as a component may be, is visited too. */
export function eachMember(tree: Tree, name: string, visit: (path: Path, value: Json) => void): void {
  const pending: Path[] = [[]];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    const value = tree.valueAt(path);
    if (value === undefined || value === null || typeof value !== "object") continue;
    for (const [key, inner] of Object.entries(value)) {
      if (passed.has(key) || key.startsWith("x-")) continue;
      if (key === name) visit([...path, key], inner);
      pending.push([...path, key]);
    }
  }
}

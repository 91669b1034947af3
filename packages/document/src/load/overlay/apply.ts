import { child } from "../pointer.js";
import type { Path } from "../rewritten/tree.js";
import type { Action } from "./action.js";
import type { Added, Applying } from "./applying.js";
import { maxNodes } from "./query.js";
import { Update } from "./update.js";

/** Applies one action to everything that it selects. What cannot be done is reported. */
export function apply(action: Action, applying: Applying): void {
  const paths = selected(action, applying);
  if (paths === undefined) return;
  if (action.change.kind === "remove") {
    remove(paths, action, applying);
    return;
  }
  const added = readAdded(action, applying);
  if (added !== undefined) new Update(action, added, applying).perform(paths);
}

function selected(
  { query, target, pointer }: Action,
  { tree, overlay, report }: Applying,
): readonly Path[] | undefined {
  const paths = query.select(tree.json);
  const place = child(pointer, "target");
  const words = JSON.stringify(target);
  if (paths === "too-many") {
    report("overlay-limit", overlay, place, `${words} selects more than ${maxNodes} nodes.`, "Select fewer.");
    return undefined;
  }
  if (paths.length > 0) return paths;
  const fix = "Mend the expression, or take the action away where the document has been mended.";
  report("overlay-no-match", overlay, place, `${words} selects nothing in the document.`, fix);
  return undefined;
}

function readAdded({ pointer, change }: Action, { tree, before, overlay, report }: Applying): Added | undefined {
  if (change.kind === "remove") return undefined;
  if (change.kind === "update")
    return { value: change.value, at: { source: overlay, pointer: child(pointer, "update") } };
  const found = change.query.select(tree.json);
  const [path] = found;
  if (found.length === 1 && typeof path === "object") {
    const value = tree.valueAt(path);
    if (value !== undefined) return { value, at: tree.writtenAt(path, { source: before, pointer: "" }) };
  }
  const count = found.length === 0 ? "nothing" : "several nodes";
  const message = `${JSON.stringify(change.from)} selects ${count}, but one node is copied.`;
  report("overlay-conflict", overlay, child(pointer, "copy"), message, "Select the one node that is meant.");
  return undefined;
}

function remove(paths: readonly Path[], { pointer }: Action, { tree, before, overlay, report }: Applying): void {
  if (paths.some((path) => path.length === 0)) {
    const fix = "Select what is to be removed from it.";
    report("overlay-conflict", overlay, pointer, "The document itself cannot be removed.", fix);
    return;
  }
  for (const { path, keys } of byHolder(paths)) tree.remove(path, keys, { source: before, pointer: "" });
}

interface Holder {
  readonly path: Path;
  readonly keys: Set<string>;
}

/** The nodes by what holds them. What is deeper comes first, so that no path leads astray when the ones before are gone. */
function byHolder(paths: readonly Path[]): readonly Holder[] {
  const holders = new Map<string, Holder>();
  for (const path of paths) {
    const key = String(path.at(-1));
    const words = JSON.stringify(path.slice(0, -1));
    const known = holders.get(words);
    if (known === undefined) holders.set(words, { path: path.slice(0, -1), keys: new Set([key]) });
    else known.keys.add(key);
  }
  return [...holders.values()].sort((one, other) => other.path.length - one.path.length);
}

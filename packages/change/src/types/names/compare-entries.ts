import type { Found } from "../found.js";
import type { Edition } from "../program/type-program.js";
import type { Export } from "./exports.js";

/** Says by which of its entries a package can no longer be imported, and what is no longer found where it was. */
export function compareEntries(
  old: Edition,
  next: Edition,
  before: readonly Export[],
  after: readonly Export[],
): readonly Found[] {
  const names = new Set(after.map(({ name }) => name));
  const now = entriesByName(after);
  return [...old.modules.keys()].flatMap((entry): readonly Found[] => {
    const specifier = `${old.name}${entry.slice(1)}`;
    const moved = before.filter(({ name, entries }) => {
      return entries.includes(entry) && names.has(name) && !now.get(name)?.has(entry);
    });
    // That a name is gone everywhere is said of the name.
    if (moved.length === 0) return [];
    if (!next.modules.has(entry)) return [found("subpath-removed", `\`${specifier}\` can no longer be imported`)];
    return [found("export-removed", `\`${specifier}\` no longer exports ${listNames(moved)}, which other entries do`)];
  });
}

function entriesByName(exports: readonly Export[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, entries } of exports) {
    const known = found.get(name);
    if (known === undefined) found.set(name, new Set(entries));
    else for (const entry of entries) known.add(entry);
  }
  return found;
}

function listNames(exports: readonly Export[]): string {
  const most = 5;
  const names = [...new Set(exports.map(({ name }) => `\`${name}\``))];
  if (names.length === 1) return names.join("");
  const shown = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

function found(kind: Found["kind"], message: string): Found {
  return { kind, class: "breaking", operations: [], message, old: undefined, new: undefined };
}

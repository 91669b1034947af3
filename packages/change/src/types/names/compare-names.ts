import type { Found, Origin } from "../found.js";
import { type Export, isFromModule, isOfOperations } from "./exports.js";
import type { OperationMatches } from "./match-operations.js";
import type { OperationFunction } from "./operations.js";
import { findRenamed } from "./renamed.js";

/** What both editions hand out. */
export interface Names {
  readonly old: readonly Export[];
  readonly new: readonly Export[];
  readonly operations: OperationMatches;
  /** What goes with functions that are gone or have another name. */
  readonly oldCovered: ReadonlySet<string>;
  /** What goes with functions that are new or have another name. */
  readonly newCovered: ReadonlySet<string>;
  /** New names of types, as they came to light where both were compared. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Says which functions and other exports are gone, have another name, or are new. */
export function compareNames(names: Names): readonly Found[] {
  return [...compareFunctions(names.operations), ...compareOthers(names)];
}

function compareFunctions({ kept, removed, added }: OperationMatches): readonly Found[] {
  return [
    ...removed.map((one): Found => {
      const message = `\`${one.name}()\` is gone: nothing sends \`${one.request}\` any more`;
      return { ...base("function-removed", "breaking", message, one.request), old: functionOrigin(one) };
    }),
    ...kept.flatMap(([one, other]): readonly Found[] => {
      if (one.name === other.name) return [];
      const message = `\`${one.name}()\` is now called \`${other.name}()\``;
      const places = { old: functionOrigin(one), new: functionOrigin(other) };
      return [{ ...base("function-renamed", "breaking", message, one.request), ...places }];
    }),
    ...added.map((one): Found => {
      const message = `\`${one.name}()\` is new: it sends \`${one.request}\``;
      return { ...base("function-added", "safe", message, one.request), new: functionOrigin(one) };
    }),
  ];
}

function compareOthers({ old, new: next, oldCovered, newCovered, renamed }: Names): readonly Found[] {
  const [before, after] = [byName(old), byName(next)];
  const missing = [...before.values()].filter(({ name }) => !after.has(name) && !oldCovered.has(name));
  const owners = new Set([...oldCovered, ...missing.map(({ name }) => name)]);
  const gone = missing.filter((one) => !isHeaders(one) && !(isEnumeration(one) && hasOwner(one, owners)));
  const fresh = [...after.values()].filter(({ name }) => !before.has(name) && !newCovered.has(name));
  const names = findRenamed(gone, fresh, renamed);
  const targets = new Set([...names.values()].map(({ name }) => name));
  return [
    ...gone.map((one): Found => {
      const other = names.get(one.name);
      if (other === undefined)
        return { ...base("export-removed", "breaking", `\`${one.name}\` is gone`), old: exportOrigin(one) };
      const message = `\`${one.name}\` is now called \`${other.name}\``;
      const places = { old: exportOrigin(one), new: exportOrigin(other) };
      return { ...base("export-renamed", "breaking", message), ...places };
    }),
    ...fresh.flatMap((one): readonly Found[] => {
      if (targets.has(one.name) || comesWithOthers(one)) return [];
      return [{ ...base("export-added", "safe", `\`${one.name}\` is new`), new: exportOrigin(one) }];
    }),
  ];
}

/** One comes with each property that lists its values. */
function isEnumeration(one: Export): boolean {
  return isFromModule(one, "values");
}

/** The type of a set of headers has its name from what is in it, and another one where that changes: what matters is said of the headers. */
function isHeaders(one: Export): boolean {
  return isFromModule(one, "headers");
}

function isOfRuntime({ module }: Export): boolean {
  return module === undefined;
}

/** Whether something that is new is said by what it belongs to. */
function comesWithOthers(one: Export): boolean {
  return (
    isOfOperations(one) || isEnumeration(one) || isHeaders(one) || isFromModule(one, "environment") || isOfRuntime(one)
  );
}

/** Whether an enumeration is named for a type or function that is gone as well: `PetStatus` for `Pet`. */
function hasOwner({ name }: Export, owners: ReadonlySet<string>): boolean {
  const start = name.charAt(0).toLowerCase();
  return Array.from(name).some((_, length) => {
    const owner = name.slice(0, length);
    return length > 0 && (owners.has(owner) || owners.has(start + owner.slice(1)));
  });
}

function byName(exports: readonly Export[]): ReadonlyMap<string, Export> {
  const found = new Map<string, Export>();
  for (const one of exports) if (!found.has(one.name)) found.set(one.name, one);
  return found;
}

function base(kind: Found["kind"], severity: Found["class"], message: string, request?: string): Found {
  const operations = request === undefined ? [] : [request];
  return { kind, class: severity, operations, message, old: undefined, new: undefined };
}

function functionOrigin({ request, declaration }: OperationFunction): Origin {
  return { request, name: undefined, path: [], status: undefined, node: declaration };
}

function exportOrigin({ name, declaration }: Export): Origin {
  return { request: undefined, name, path: [], status: undefined, node: declaration };
}

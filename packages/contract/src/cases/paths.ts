import { type Operation, pathShape } from "@facsimile/document";

/** What the paths of a document have in common, read once for all of its operations. */
export class Paths {
  /** A path that no template of the document has. */
  readonly unknown: string;
  readonly #byLength: ReadonlyMap<number, readonly Templated[]>;
  readonly #byShape: ReadonlyMap<string, readonly Operation[]>;

  constructor(operations: readonly Operation[]) {
    const templated = operations.map((operation) => ({ operation, segments: operation.path.split("/") }));
    this.#byLength = grouped(templated, ({ segments }) => segments.length);
    this.#byShape = grouped(operations, shapeOf);
    this.unknown = this.#unknown();
  }

  /** The operations whose paths a path, or another template, has the form of. */
  matching(path: string): readonly Operation[] {
    const given = path.split("/");
    const fits = ({ segments }: Templated): boolean =>
      segments.every((segment, index) => segment.includes("{") || segment === given[index]);
    return (this.#byLength.get(given.length) ?? []).filter(fits).map(({ operation }) => operation);
  }

  /** The other operations of the same method whose paths are the same but for the names of parameters. */
  twinsOf(operation: Operation): readonly Operation[] {
    return (this.#byShape.get(shapeOf(operation)) ?? []).filter((other) => other !== operation);
  }

  #unknown(): string {
    for (let depth = 1; ; depth += 1) {
      const path = "/no-such-path".repeat(depth);
      if (this.matching(path).length === 0) return path;
    }
  }
}

interface Templated {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

function shapeOf({ method, path }: Operation): string {
  return `${method} ${pathShape(path)}`;
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}

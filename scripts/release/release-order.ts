/** What is to be released, as far as its order goes. */
export interface Dependent {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Sorts packages so that each comes after those of them that it depends on; otherwise by name. Throws for packages that depend on one another. */
export function releaseOrder<Package extends Dependent>(packages: readonly Package[]): readonly Package[] {
  const byName = new Map(packages.map((one) => [one.name, one]));
  const ordered = new Set<Package>();
  const visit = (one: Package, way: readonly string[]): void => {
    if (way.includes(one.name)) throw new Error(`${[...way, one.name].join(" → ")}: they depend on one another`);
    for (const name of Object.keys({ ...one.dependencies, ...one.peerDependencies }).sort()) {
      const other = byName.get(name);
      if (other !== undefined && !ordered.has(other)) visit(other, [...way, one.name]);
    }
    ordered.add(one);
  };
  for (const one of [...packages].sort((left, right) => (left.name < right.name ? -1 : 1))) visit(one, []);
  return [...ordered];
}

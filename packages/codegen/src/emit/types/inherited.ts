import { componentOf, forEachSchema, isObject, type Json, type JsonObject } from "@facsimile/document";
import { mappedValues } from "./discriminators.js";

/** What the discriminator of a schema says of one that is composed of it. */
export interface InheritedMark {
  readonly property: string;
  readonly values: readonly string[];
  readonly isMapped: boolean;
}

/**
 * The components that inherit a discriminator, with the values that stand for them. One that others inherit from in turn is left as it is: a value
 * of theirs is one of its own. So is one that a union tells apart by the same property, since its values may differ there.
 */
export function inheritedMarks(
  components: ReadonlyMap<string, JsonObject>,
  roots: readonly Json[],
): ReadonlyMap<string, InheritedMark> {
  const bases = [...components].filter(([, { discriminator, oneOf, anyOf }]) => {
    return isObject(discriminator) && oneOf === undefined && anyOf === undefined;
  });
  if (bases.length === 0) return new Map();
  const children = childrenOf(components);
  const inUnions = membersOfUnions([...components.values(), ...roots]);
  const marks = new Map<string, InheritedMark>();
  for (const [base, { discriminator }] of bases) {
    if (!isObject(discriminator) || typeof discriminator.propertyName !== "string") continue;
    const property = discriminator.propertyName;
    for (const leaf of leavesBelow(base, children)) {
      const mapped = mappedValues(discriminator, leaf);
      if (!inUnions.has(`${property}#${leaf}`))
        marks.set(leaf, { property, values: mapped ?? [leaf], isMapped: mapped !== undefined });
    }
  }
  return marks;
}

function childrenOf(components: ReadonlyMap<string, JsonObject>): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [name, { allOf }] of components) {
    if (!Array.isArray(allOf)) continue;
    for (const part of allOf as readonly Json[]) {
      const base = isObject(part) ? componentOf(part.$ref) : undefined;
      if (base === undefined) continue;
      const names = children.get(base);
      if (names === undefined) children.set(base, [name]);
      else names.push(name);
    }
  }
  return children;
}

/** The descendants of a base that have none themselves. */
function leavesBelow(base: string, children: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([base]);
  const leaves: string[] = [];
  const pending = [...(children.get(base) ?? [])];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const own = children.get(name);
    if (own === undefined) leaves.push(name);
    else pending.push(...own);
  }
  return leaves;
}

/** `property#component` for the members of every union that has a discriminator. */
function membersOfUnions(roots: readonly Json[]): ReadonlySet<string> {
  const members = new Set<string>();
  for (const root of roots)
    forEachSchema(root, ({ discriminator, oneOf, anyOf }) => {
      if (!isDiscriminator(discriminator)) return;
      for (const member of [oneOf, anyOf].flat()) {
        const component = isReference(member) ? componentOf(member.$ref) : undefined;
        if (component !== undefined) members.add(`${discriminator.propertyName}#${component}`);
      }
    });
  return members;
}

function isDiscriminator(value: unknown): value is { readonly propertyName: unknown } {
  return typeof value === "object" && value !== null && "propertyName" in value;
}

function isReference(value: unknown): value is { readonly $ref: unknown } {
  return typeof value === "object" && value !== null && "$ref" in value;
}

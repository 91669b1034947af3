import { child, forEachSchema, isObject, type Json, type JsonObject, type Schemas, valueAt } from "@facsimile/document";
import { discriminatorOf, valuesFor } from "../schema/discriminators.js";

/** A value that a discriminator expects of a property. */
export interface Expected {
  readonly value: Json;
  /** Whether no other one is meant, though the schema may list others: the component is built on the one with the discriminator, and nothing on it in turn. */
  readonly isOnly: boolean;
}

/** By the pointer of a component and by property: what a discriminator expects there, though the component by itself allows other values. */
export type Preferred = ReadonlyMap<string, ReadonlyMap<string, Expected>>;

/**
 * The values that lead to the members of unions with a discriminator, and to the components that are built on one which has a discriminator. Whoever
 * makes a value of such a component by itself makes one that can stand in the union.
 */
export function preferredValues(schemas: Schemas, json: JsonObject, names: readonly string[]): Preferred {
  const preferred = new Map<string, Map<string, Expected>>();
  const families = new Families(schemas, json, names);
  for (const name of names) {
    const pointer = pointerOf(name);
    forEachSchema(valueAt(json, pointer), (found) => {
      // The schemas of a document that was loaded are JSON.
      const schema = found as JsonObject;
      const property = discriminatorOf(schema);
      if (property === undefined) return;
      for (const component of families.ledTo(schema, pointer)) {
        const [value] = valuesFor(schemas, schema, component);
        if (value === undefined) continue;
        const isOnly = membersOf(schema).length === 0 && families.isTold(component, property);
        add(preferred, pointerOf(component), property, { value, isOnly });
      }
    });
  }
  return preferred;
}

/** Which components are built on which, and which are members of unions. */
class Families {
  readonly #schemas: Schemas;
  readonly #json: JsonObject;
  readonly #names: readonly string[];
  readonly #parts = new Map<string, ReadonlySet<string>>();
  #unions: ReadonlySet<string> | undefined;

  constructor(schemas: Schemas, json: JsonObject, names: readonly string[]) {
    this.#schemas = schemas;
    this.#json = json;
    this.#names = names;
  }

  /** The components that a discriminator tells apart: the members of the union, or those that are built on the schema. */
  ledTo(schema: JsonObject, pointer: string): readonly string[] {
    const members = membersOf(schema);
    const targets = members.map((member) => this.#target(member));
    return this.#names.filter((name) => {
      const own = pointerOf(name);
      return members.length > 0 ? targets.includes(own) : own !== pointer && this.#partsOf(name).has(pointer);
    });
  }

  /** Whether a component is the last of its line, and no union tells it apart by the same property, where its value may be another one. */
  isTold(component: string, property: string): boolean {
    const own = pointerOf(component);
    const hasHeirs = this.#names.some((name) => name !== component && this.#partsOf(name).has(own));
    this.#unions ??= new Set(this.#membersOfUnions());
    return !hasHeirs && !this.#unions.has(`${property} ${own}`);
  }

  #partsOf(name: string): ReadonlySet<string> {
    const known = this.#parts.get(name);
    if (known !== undefined) return known;
    const use = [{ value: { $ref: `#${pointerOf(name)}` }, pointer: "" }];
    const parts = new Set(this.#schemas.parts(use).map((part) => part.pointer));
    this.#parts.set(name, parts);
    return parts;
  }

  *#membersOfUnions(): Generator<string> {
    const pending: unknown[] = [this.#json];
    while (pending.length > 0) {
      const value = pending.pop();
      if (typeof value !== "object" || value === null) continue;
      for (const below of Object.values(value)) pending.push(below);
      if (!isObject(value)) continue;
      const property = discriminatorOf(value);
      if (property !== undefined) for (const member of membersOf(value)) yield `${property} ${this.#target(member)}`;
    }
  }

  #target(member: Json): string | undefined {
    return isObject(member) ? this.#schemas.target(member)?.pointer : undefined;
  }
}

function membersOf({ oneOf, anyOf }: JsonObject): readonly Json[] {
  return [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
}

function pointerOf(component: string): string {
  return child("/components/schemas", component);
}

function add(preferred: Map<string, Map<string, Expected>>, pointer: string, property: string, value: Expected): void {
  const own = preferred.get(pointer) ?? new Map<string, Expected>();
  if (!own.has(property)) own.set(property, value);
  preferred.set(pointer, own);
}

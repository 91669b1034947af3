import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, member, pointerOfFragment, splitPointer } from "../load/pointer.js";

/**
 * JSON pointers of the components that some values lead to, by way of others or not. Anything that is written like a reference counts as one: rather
 * too much is kept than too little. A document that was loaded has references to components only.
 *
 * @param starts - what leads to them
 * @param components - those of the document, by their kind
 */
export function reachedComponents(starts: readonly Json[], components: Json): ReadonlySet<string> {
  const heirs = heirsByBase(member(components, "schemas"));
  const reached = new Set<string>();
  const values: Json[] = [...starts];
  const pointers: string[] = [];
  for (;;) {
    const pointer = pointers.pop();
    const value = pointer === undefined ? values.pop() : undefined;
    if (pointer !== undefined) {
      const [root, kind = "", name = ""] = splitPointer(pointer);
      const component = root === "components" ? member(member(components, kind), name) : undefined;
      const own = child(child("/components", kind), name);
      if (component === undefined || reached.has(own)) continue;
      reached.add(own);
      values.push(component);
      // A value of a schema with a discriminator may be one of any schema that extends it, which it does not name.
      if (isObject(member(component, "discriminator"))) for (const heir of heirs.get(own) ?? []) pointers.push(heir);
    } else if (value === undefined) return reached;
    else if (value !== null && typeof value === "object") {
      if (isObject(value)) for (const target of targetsOf(value)) pointers.push(target);
      for (const below of Object.values(value)) values.push(below);
    }
  }
}

/** The pointers that an object itself leads to: as a reference, and as a discriminator. */
function targetsOf({ $ref, mapping }: JsonObject): readonly string[] {
  const named = isObject(mapping) ? Object.values(mapping) : [];
  const targets = [pointerOfReference($ref), ...named.flatMap((value) => [pointerOfReference(value), byName(value)])];
  return targets.filter((target) => target !== undefined);
}

function pointerOfReference(value: Json | undefined): string | undefined {
  return typeof value === "string" && value.startsWith("#") ? pointerOfFragment(value.slice(1)) : undefined;
}

/** A discriminator may name a schema without a reference (OpenAPI 3.1.1, 4.8.25.2). */
function byName(value: Json): string | undefined {
  return typeof value === "string" ? child("/components/schemas", value) : undefined;
}

/** The pointers of the schemas that have a reference to another one in `allOf`, by the pointer of that. */
function heirsByBase(schemas: Json | undefined): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map<string, string[]>();
  for (const [name, schema] of Object.entries(isObject(schemas) ? schemas : {})) {
    const parts = isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
    for (const part of parts) {
      const base = isObject(part) ? pointerOfReference(part.$ref) : undefined;
      if (base === undefined) continue;
      const known = heirs.get(base);
      if (known === undefined) heirs.set(base, [child("/components/schemas", name)]);
      else known.push(child("/components/schemas", name));
    }
  }
  return heirs;
}

import { child, pointerOfFragment, referenceToPointer, splitPointer } from "./pointer.js";

/** The reference to a component schema. */
export function referenceTo(component: string): string {
  return referenceToPointer(child("/components/schemas", component));
}

/** The component schema that a reference names; undefined where it leads to anything else. */
export function componentOf(reference: unknown): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#")) return undefined;
  const [components, section, name, ...rest] = splitPointer(pointerOfFragment(reference.slice(1)) ?? "");
  return components === "components" && section === "schemas" && rest.length === 0 ? name : undefined;
}

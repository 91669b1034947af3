import { child, pointerOfFragment, referenceToPointer, splitPointer } from "./pointer.js";

/** The reference to a component schema. */
export function referenceTo(component: string): string {
  return referenceToPointer(child("/components/schemas", component));
}

/** What references to component schemas begin with where nothing in them is escaped. */
const start = "#/components/schemas/";

/** The component schema that a reference names; undefined where it leads to anything else. */
export function componentOf(reference: unknown): string | undefined {
  if (typeof reference !== "string" || !reference.startsWith("#")) return undefined;
  const plain = reference.startsWith(start) ? reference.slice(start.length) : "";
  if (plain !== "" && !/[%~/]/.test(plain)) return plain;
  const [components, section, name, ...rest] = splitPointer(pointerOfFragment(reference.slice(1)) ?? "");
  return components === "components" && section === "schemas" && rest.length === 0 ? name : undefined;
}

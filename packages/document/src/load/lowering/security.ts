import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { pointerOfFragment, splitPointer } from "../pointer.js";
import type { Path, Tree } from "../rewritten/tree.js";
import { eachMember } from "./members.js";

/** Names the schemes of requirements by their keys, that are named by URIs of this document (OpenAPI 3.2.0, Security Requirement Object). */
export function lowerSecurity(tree: Tree): void {
  const { $self, components } = tree.json;
  const schemes = isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : {};
  eachMember(tree, "security", (path, alternatives) => {
    for (const [index, alternative] of Array.isArray(alternatives) ? alternatives.entries() : [])
      lowerAlternative(tree, [...path, index], alternative, (name) => keyOf(name, $self, schemes));
  });
}

function lowerAlternative(
  tree: Tree,
  path: Path,
  alternative: Json,
  keyFor: (name: string) => string | undefined,
): void {
  if (!isObject(alternative) || !Object.keys(alternative).some((name) => keyFor(name) !== undefined)) return;
  const list = tree.open(path.slice(0, -1));
  const named = Object.fromEntries(Object.entries(alternative).map(([name, scopes]) => [keyFor(name) ?? name, scopes]));
  if (Array.isArray(list)) list[Number(path.at(-1))] = named;
}

/** The key that a URI leads to; undefined for a name, which comes first, and for what leads elsewhere. */
function keyOf(name: string, self: Json | undefined, schemes: JsonObject): string | undefined {
  const index = name.indexOf("#");
  if (index < 0 || Object.hasOwn(schemes, name) || !["", self].includes(name.slice(0, index))) return undefined;
  const pointer = pointerOfFragment(name.slice(index + 1));
  const [components, section, key, ...rest] = pointer === undefined ? [] : splitPointer(pointer);
  const isScheme = components === "components" && section === "securitySchemes" && rest.length === 0;
  return isScheme && key !== undefined && Object.hasOwn(schemes, key) ? key : undefined;
}

import { isObject } from "../object.js";
import { child, member, splitPointer, valueAt } from "../pointer.js";
import { outermostSchema } from "../structure/descend.js";
import type { ReferenceUse } from "../structure/reference-use.js";
import type { Found, Locator } from "./locate.js";
import type { Refused } from "./refused.js";
import { splitReference } from "./target.js";

/** Places that a dynamic reference is written out for. With more of them, nothing is said of the value. */
const mostTargets = 20;

/**
 * What a `$dynamicRef` may lead to (JSON Schema 2020-12, 8.2.3.2): what its anchor stands for in any of the resources, unless it is an anchor
 * that only the resource itself knows. Which one it is depends on the schemas that led here.
 */
export async function dynamicTargets(use: ReferenceUse, locator: Locator): Promise<readonly Found[] | Refused> {
  const found = await locator.locate(use.ref, use);
  if ("code" in found) return found;
  const { fragment } = splitReference(use.ref);
  const anchors = locator.dynamicAnchors(fragment);
  if (!anchors.some(({ value }) => value === found.value) || anchors.length === 1) return [found];
  const words = `may lead to any of ${anchors.length} schemas with this $dynamicAnchor`;
  if (anchors.length > mostTargets)
    return { code: "reference-unresolved", words, fix: "Write a $ref to the schema that is meant." };
  return anchors.map((anchor) => ({ ...anchor, remark: `${words}, and was read as all of them` }));
}

/**
 * What a `$recursiveRef` leads to (JSON Schema 2019-09, 8.2.4.2): the nearest schema around it that has `$recursiveAnchor: true`, else the
 * outermost one.
 */
export async function recursiveTarget(use: ReferenceUse, locator: Locator): Promise<readonly Found[] | Refused> {
  const { source } = use;
  const remark = "belongs to another version of JSON Schema, and was read as the schema around it";
  const pointer = recursiveAnchorAround(use) ?? outermostSchema(source.json, use.pointer);
  const value = pointer === undefined ? undefined : valueAt(source.json, pointer);
  if (pointer !== undefined && value !== undefined) return [{ source, pointer, value, remark }];
  const found = await locator.locate(use.ref, use);
  return "code" in found ? found : [{ ...found, remark }];
}

function recursiveAnchorAround({ source, pointer }: ReferenceUse): string | undefined {
  let value = source.json;
  let at = "";
  let nearest: string | undefined;
  for (const key of splitPointer(pointer)) {
    if (isObject(value) && member(value, "$recursiveAnchor") === true) nearest = at;
    at = child(at, key);
    value = member(value, key) ?? null;
  }
  return nearest;
}

import { itemsOf } from "./arrays.js";
import { boundsOf } from "./bounds.js";
import type { Branch, ShapeReader } from "./branch.js";
import { isEmptyRange, numberRangeOf } from "./numbers.js";
import { propertiesOf } from "./objects.js";

/** Whether surely no value is in a branch: what it says contradicts itself. */
export function isImpossible(reader: ShapeReader, branch: Branch): boolean {
  switch (branch.type) {
    case "number":
      return isEmptyRange(numberRangeOf(branch));
    case "string": {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = boundsOf(branch.parts);
      return minLength > maxLength;
    }
    case "array": {
      const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = itemsOf(branch).bounds;
      return minItems > maxItems;
    }
    case "object":
      return isImpossibleObject(reader, branch);
    default:
      return false;
  }
}

function isImpossibleObject(reader: ShapeReader, branch: Branch): boolean {
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = boundsOf(branch.parts);
  const { required, declared, of } = propertiesOf(reader, branch);
  if (Math.max(minProperties, required.size) > maxProperties) return true;
  return [...required.keys()].some((name) => {
    const use = of(name);
    if (use.some(({ value }) => value === false)) return true;
    return !declared.has(name) && use.length > 0 && reader.of(use).size === 0;
  });
}

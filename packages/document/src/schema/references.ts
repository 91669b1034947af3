import { isObject } from "../load/object.js";
import { forEachSchema } from "./walk.js";

/** The references in a schema and in the schemas below it, those of discriminators too, as they are written. */
export function referencesIn(root: unknown): readonly string[] {
  const references: string[] = [];
  forEachSchema(root, ({ $ref, discriminator }) => {
    const { mapping, defaultMapping } = isObject(discriminator) ? discriminator : {};
    const mapped = isObject(mapping) ? Object.values(mapping) : [];
    for (const reference of [$ref, ...mapped, defaultMapping])
      if (typeof reference === "string") references.push(reference);
  });
  return references;
}

import { objectShapes } from "./openapi-shapes.js";
import type { Shape } from "./shape.js";

/** The section of `components` for what a shape describes; undefined where components has none, or the document must not refer to it there. */
export function sectionOf(shape: Shape): string | undefined {
  if (shape.kind === "schema") return objectShapes.Schema.section;
  return shape.kind === "object" ? objectShapes[shape.name].section : undefined;
}

/** What an entry of a section of `components` is. */
export function shapeOfSection(section: string): Shape | undefined {
  const { fields } = objectShapes.Components;
  const entries = Object.hasOwn(fields, section) ? fields[section] : undefined;
  return entries?.kind === "map" ? entries.of : undefined;
}

import type { Json, JsonObject } from "../document.js";
import { setMember } from "../object.js";
import { child } from "../pointer.js";
import type { Source } from "../source.js";
import { shapeOfChild } from "../structure/descend.js";
import type { Shape } from "../structure/shape.js";
import { insteadOf, type Lost, lost } from "./loss.js";

/** Where a value is copied from and to. */
export interface At {
  readonly source: Source;
  /** Its place in the file. */
  readonly written: string;
  /** Its place in the bundled document, and how deep that is. */
  readonly pointer: string;
  readonly depth: number;
  readonly shape: Shape;
}

export interface CopySteps {
  copy(value: Json, at: At): Json | Lost;
  /** Told of an item that moves up in its list, as one before it is lost. */
  onMoved(from: At, pointer: string): void;
}

/**
 * Copies the members of an object that OpenAPI has a shape for; the others are taken as they are.
 *
 * @param replaced - members that are written in another way; undefined for those that are left away
 */
export function copyMembers(
  object: JsonObject,
  at: At,
  steps: CopySteps,
  replaced: ReadonlyMap<string, Json | undefined>,
): JsonObject | Lost {
  const copied: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(object)) {
    const inner = replaced.has(key) ? undefined : atChild(at, object, key);
    const one = replaced.has(key) ? replaced.get(key) : inner === undefined ? value : steps.copy(value, inner);
    const instead = one === lost ? insteadOf(at.shape, key) : one;
    if (instead === lost) return lost;
    if (instead !== undefined) setMember(copied, key, instead);
  }
  return copied;
}

export function copyItems(list: readonly Json[], at: At, steps: CopySteps): Json | Lost {
  const copied: Json[] = [];
  for (const [index, item] of list.entries()) {
    const inner = atChild(at, list, String(index));
    if (inner === undefined) return list;
    const pointer = child(at.pointer, copied.length);
    const one = steps.copy(item, { ...inner, pointer });
    const instead = one === lost ? insteadOf(at.shape, String(index)) : one;
    if (instead === lost) return lost;
    if (instead === undefined) continue;
    if (copied.length < index) steps.onMoved(inner, pointer);
    copied.push(instead);
  }
  return copied;
}

function atChild({ source, written, pointer, depth, shape }: At, value: Json, key: string): At | undefined {
  const inner = shapeOfChild(shape, value, key);
  if (inner === undefined) return undefined;
  return { source, written: child(written, key), pointer: child(pointer, key), depth: depth + 1, shape: inner };
}

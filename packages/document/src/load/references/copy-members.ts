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
 * Copies the members of an object that OpenAPI has a shape for; the others are taken as they are. Where nothing in it changes, it is its own copy.
 *
 * @param replaced - members that are written in another way; undefined for those that are left away
 */
export function copyMembers(
  object: JsonObject,
  at: At,
  steps: CopySteps,
  replaced: ReadonlyMap<string, Json | undefined>,
): JsonObject | Lost {
  const entries = Object.entries(object);
  let isChanged = false;
  for (const entry of entries) {
    const [key, value] = entry;
    const one = replaced.has(key) ? replaced.get(key) : copyMember(object, key, value, at, steps);
    const instead = one === lost ? insteadOf(at.shape, key) : one;
    if (instead === lost) return lost;
    if (instead === value) continue;
    isChanged = true;
    // Undefined for a moment.
    entry[1] = instead as Json;
  }
  return isChanged ? collect(entries) : object;
}

function copyMember(object: JsonObject, key: string, value: Json, at: At, steps: CopySteps): Json | Lost {
  const inner = isContainer(value) ? atChild(at, object, key) : undefined;
  return inner === undefined ? value : steps.copy(value, inner);
}

function collect(entries: readonly [key: string, value: Json | undefined][]): JsonObject {
  const collected: { [key: string]: Json } = {};
  for (const [key, value] of entries) if (value !== undefined) setMember(collected, key, value);
  return collected;
}

function isContainer(value: Json): boolean {
  return value !== null && typeof value === "object";
}

export function copyItems(list: readonly Json[], at: At, steps: CopySteps): Json | Lost {
  const copied: Json[] = [];
  for (const [index, item] of list.entries()) {
    const inner = atChild(at, list, String(index));
    if (inner === undefined) return list;
    const pointer = child(at.pointer, copied.length);
    const one = isContainer(item) ? steps.copy(item, { ...inner, pointer }) : item;
    const instead = one === lost ? insteadOf(at.shape, String(index)) : one;
    if (instead === lost) return lost;
    if (instead === undefined) continue;
    if (copied.length < index) steps.onMoved(inner, pointer);
    copied.push(instead);
  }
  const isSame = copied.length === list.length && copied.every((item, index) => item === list[index]);
  return isSame ? list : copied;
}

function atChild({ source, written, pointer, depth, shape }: At, value: Json, key: string): At | undefined {
  const inner = shapeOfChild(shape, value, key);
  if (inner === undefined) return undefined;
  return { source, written: child(written, key), pointer: child(pointer, key), depth: depth + 1, shape: inner };
}

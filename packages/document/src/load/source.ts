import type { Json, Location } from "./document.js";

/** What one document holds, and where each node of it stands. */
export interface Source {
  /** The path that messages give. */
  readonly file: string;
  /** The absolute path, which references in it start from. */
  readonly path: string;
  readonly json: Json;
  /**
   * The key of the member, or the item of the array, that a pointer names. The nearest ancestor that is written, where there is no such node; a
   * member that a merge key brought stands where its object does.
   */
  locate(pointer: string): Location;
  /** Whether a pattern is anywhere in what it was read from: where it is not, no value has to be looked at. */
  mayHold(pattern: RegExp): boolean;
  /**
   * The text of a number, boolean or null as it is written: `1.0`, and not 1. Undefined where it is not written there.
   *
   * @param container - which has to be written at the place that the pointer is in
   */
  textAt(container: object, pointer: string): string | undefined;
  /**
   * A container was mended: what has one of these keys now is written under another one.
   *
   * @param keys - the written keys by the new ones
   */
  moveKeys(container: object, keys: ReadonlyMap<string, string>): void;
  /**
   * Another value was made of what is written somewhere, by no text of the document.
   *
   * @param written - which may be a part of it
   */
  addMade(value: Json, written: Json | undefined): void;
}

/** Where the values of one text are written. */
export interface Places {
  /** The offset of the outermost value. */
  readonly start: number;
  /** What stands for the outermost value in {@link entries} and {@link scalarText}. */
  readonly root: number;
  /**
   * The members of an object by key, or the items of an array by index. Undefined where the text opens no such container.
   *
   * @param at - what stands for the value as it is written, which may have been mended since
   */
  entries(container: object, at: number): ReadonlyMap<string, Entry> | undefined;
  /** The offsets at which the lines of the text begin. */
  lineStarts(): readonly number[];
  /** How a number, boolean or null is written; undefined for a container. */
  scalarText(at: number): string | undefined;
}

export interface Entry {
  /** Where the key of a member begins, or the item of an array; -1 where nothing is written, as for the item of a lone dash. */
  readonly offset: number;
  /** What stands for the value. */
  readonly value: number;
}

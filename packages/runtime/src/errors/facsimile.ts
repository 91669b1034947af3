/** Where a call was when it failed. */
export interface CallContext {
  /** `operationId`. */
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  /** Without credentials. */
  readonly url?: string | undefined;
  /** What an authorization server calls its error. */
  readonly code?: string;
  readonly cause?: unknown;
}

/**
 * What a server could break a line of a log with, move the cursor of a terminal or turn the direction of a text: control and format
 * characters, all kinds of spaces, halves of surrogate pairs (Unicode, general categories C and Z).
 */
const unprintable = /[\p{C}\p{Z}]+/gu;

/** Under it, an error holds its name and that of the class that all have in common. */
const brand: unique symbol = Symbol.for("@facsimile/error");

/**
 * What every error of this package extends. Its message is one line of printable characters.
 *
 * `instanceof` compares names where classes differ, so that it holds when several copies of this package are loaded.
 */
export abstract class FacsimileError extends Error {
  /** `operationId` of the operation that was called. */
  declare readonly operation: string | undefined;
  declare readonly method: string | undefined;
  /** Without credentials. */
  declare readonly url: string | undefined;

  constructor(message: string, { cause, ...context }: CallContext = {}) {
    super(message.replace(unprintable, " ").trim(), cause === undefined ? undefined : { cause });
    Object.assign(this, context);
    Object.defineProperty(this, brand, { value: ["FacsimileError", this.name] });
  }

  /** The class's name, also in code that was minified. */
  override get name(): string {
    return "FacsimileError";
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // A cast because `value` may be anything: an object is made of it before it is read.
    const names = (Object(value) as { readonly [brand]?: readonly string[] })[brand] ?? [];
    // biome-ignore-start lint/complexity/noThisInStatic: the class on the right of `instanceof` is meant.
    const { prototype } = this;
    return super[Symbol.hasInstance](value) || (Object.hasOwn(prototype, "name") && names.includes(prototype.name));
    // biome-ignore-end lint/complexity/noThisInStatic: as above.
  }
}

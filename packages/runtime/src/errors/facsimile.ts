/** Where a call was when it failed. */
export interface CallContext {
  /** `operationId`. */
  readonly operation?: string | undefined;
  readonly method?: string | undefined;
  /** Without credentials. */
  readonly url?: string | undefined;
  readonly cause?: unknown;
}

const brand = Symbol.for("@facsimile/error");

/**
 * What every error of this package extends.
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
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, context);
    Object.defineProperty(this, brand, { value: this.name });
  }

  /** The class's name, also in code that was minified. */
  override get name(): string {
    return "FacsimileError";
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: the class on the right of `instanceof` is meant.
    if (super[Symbol.hasInstance](value)) return true;
    // A cast because `value` may be anything: reading a symbol is safe on all but null and undefined.
    const name = (value as Readonly<Record<symbol, unknown>> | null | undefined)?.[brand];
    // biome-ignore-start lint/complexity/noThisInStatic: as above.
    if (this === FacsimileError) return name !== undefined;
    return Object.hasOwn(this.prototype, "name") && name === this.prototype.name;
    // biome-ignore-end lint/complexity/noThisInStatic: as above.
  }
}

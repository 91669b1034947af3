interface Thrown {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly cause?: Thrown;
}

// Casts because anything can be thrown: an object is made of it before it is read.

/** `fetch failed` says little; what it was caused by says more. */
export function reasonOf(thrown: unknown): string {
  const { message, cause } = Object(thrown) as Thrown;
  return `${cause?.message || cause?.code || message || thrown}`;
}

/** The platform's word for what went wrong: `fetch` throws a TypeError whose cause is the platform's error. */
export function codeOf(thrown: unknown): string {
  const { code, cause } = Object(thrown) as Thrown;
  return `${cause?.code ?? code}`;
}

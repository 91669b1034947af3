// A module that imports nothing: esbuild then writes the numbers where they are used, and no names for them into the bundle.

/** Milliseconds that an attempt may take where nothing else is said: one minute. */
export const defaultTimeout = 60_000;

/** Bytes that the body of an answer may have where nothing else is said: 64 MiB. */
export const defaultResponseSize = 67_108_864;

/** How many redirects of one request are followed. */
export const redirectLimit = 5;

/** How many characters are kept of a body that the document does not state. */
export const textLimit = 10_000;

/** How many characters an error shows of a body that cannot be read. */
export const snippetLimit = 1_000;

/** How deep JSON may be nested: 1,000 arrays and objects, as Jackson and others have it. Platforms fail at a few thousand, each elsewhere. */
export const depthLimit = 1_000;

/** How many characters an error's message has of what a server says. */
export const quoteLimit = 300;

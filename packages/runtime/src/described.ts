/**
 * The exports of a module without their types. An interface that extends it and declares members of the same names has the words about the
 * exports for its members: an editor looks for them there (TypeScript's language service, `getDocumentationComment`).
 *
 * @typeParam Names The exports that the interface declares.
 */
export type Described<Module extends object, Names extends keyof Module = keyof Module> = {
  readonly [Name in Names]: unknown;
};

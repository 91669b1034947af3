/**
 * The exports of a module without their types. An interface that extends it and declares members of the same names has the words about the
 * exports for its members: an editor looks for them there (TypeScript's language service, `getDocumentationComment`).
 *
 * @typeParam Without The exports that the interface does not declare.
 */
export type Described<Module extends object, Without extends keyof Module = never> = Omit<
  { readonly [Name in keyof Module]: unknown },
  Without
>;

/** A mistake in how a command was called, in a sentence for a person. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

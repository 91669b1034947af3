/** A document that cannot be used. The message has each finding with its file, line and fix. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** Something that a comparison was asked for and cannot be done: an edition that cannot be read, a rule that there is none of. Its message is for a person. */
export class InputError extends Error {
  override readonly name = "InputError";
}

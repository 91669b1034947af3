/** What a test has told, or what an application has sent, is not what the document says. The message names the place. */
export class MockError extends Error {
  override readonly name = "MockError";
}

/** The message of what is thrown; that of its cause where it has one. */
export async function said(call: Promise<unknown> | (() => unknown)): Promise<string> {
  try {
    await (typeof call === "function" ? call() : call);
  } catch (error) {
    // A cast because only errors are thrown.
    const { cause, message } = error as Error;
    return cause instanceof Error ? cause.message : message;
  }
  throw new Error("nothing was thrown");
}

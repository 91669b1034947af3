/** Why there is no answer, and the status that says so to the application (RFC 9110, 15.6.3 and 15.6.5). */
export interface Fault {
  readonly status: 502 | 504;
  readonly text: string;
}

/** The server said nothing for that long. */
export class SilenceError extends Error {
  override readonly name = "SilenceError";
}

/** What went wrong between the proxy and the server at `origin`, in words. */
export function faultOf(error: Error & { readonly code?: string }, origin: string): Fault {
  const { code = "", message } = error;
  if (error instanceof SilenceError) return { status: 504, text: message };
  return { status: 502, text: textOf(code, message, origin) };
}

function textOf(code: string, message: string, origin: string): string {
  if (code === "ECONNREFUSED") return `${origin} refuses connections (${code}). Is the server running?`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return `the host of ${origin} is not known (${code})`;
  if (code === "ECONNRESET" || code === "EPIPE")
    return `${origin} closed the connection without a whole answer (${code})`;
  if (code.startsWith("HPE_")) return `${origin} answered what is no HTTP (${code})`;
  return `${origin} gave no answer: ${message}`;
}

import type { Context } from "./context.js";
import { token } from "./tokens.js";

/** A media type or media range (RFC 9110, sections 8.3.1 and 12.5.1), with nothing in its parameters that no header can hold. */
const mediaRange = new RegExp(`^(?:\\*/\\*|${token}/${token})[ \\t]*(?:;[\\t -~]*)?$`);

/** Whether the key of `content` is one; what is none is left out. */
export function isMediaType(context: Context, name: string, pointer: string): boolean {
  if (mediaRange.test(name)) return true;
  const message = `"${name}" is left out: it is no media type, which has the form type/subtype.`;
  context.report("media-type-invalid", pointer, message, "Write one such as application/json.");
  return false;
}

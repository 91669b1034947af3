import { isUtf8 } from "node:buffer";
import { Lines, lineStarts } from "./lines.js";
import { notText, type UnreadText } from "./unread-text.js";

/**
 * The text of some bytes: UTF-8, with or without a byte order mark, or what the byte order mark of UTF-16 says. YAML has it so (YAML 1.2.2, section
 * 5.2), and some shells write UTF-16 when the output of a command is sent to a file. Without a mark nothing is guessed.
 */
export function decode(bytes: Uint8Array): { readonly text: string } | UnreadText {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return encoding === "utf-8" ? refuseUtf8(bytes) : refuseUtf16(bytes, encoding);
  }
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be";

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** Names the first place that is no UTF-8. Lines can be looked at alone, because the byte of a line feed is never part of another character. */
function refuseUtf8(bytes: Uint8Array): UnreadText {
  let start = 0;
  let end = endOfLine(bytes, start);
  while (end < bytes.length && isUtf8(bytes.subarray(start, end))) {
    start = end;
    end = endOfLine(bytes, start);
  }
  const line = bytes.subarray(start, end);
  const offset = firstFault(line);
  const before = new TextDecoder().decode(bytes.subarray(0, start + offset));
  return notText("UTF-8", line[offset] ?? 0, new Lines(lineStarts(before)).positionAt(before.length));
}

/** The offset of the first byte from which on a line is no UTF-8: what is before it is. */
function firstFault(line: Uint8Array): number {
  let [good, bad] = [0, line.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isBeginning(line.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (good > 0 && !isUtf8(line.subarray(0, good))) good -= 1;
  return good;
}

/** Whether some bytes are UTF-8, but for a last character that is cut off. */
function isBeginning(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function endOfLine(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(0x0a, start);
  return end === -1 ? bytes.length : end + 1;
}

/** Only half a character can be wrong there, and the place of it is that of the first mark of replacement. */
function refuseUtf16(bytes: Uint8Array, encoding: Encoding): UnreadText {
  const text = new TextDecoder(encoding).decode(bytes);
  const offset = Math.max(text.indexOf("\uFFFD"), 0);
  return notText("UTF-16", bytes[2 * offset + 2] ?? 0, new Lines(lineStarts(text)).positionAt(offset));
}

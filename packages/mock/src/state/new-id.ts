import { createHash } from "node:crypto";
import type { Id } from "../things/identify.js";

/**
 * Identifiers that look like the one of the example, the likeliest first and without end: numbers go on from it, texts keep what it begins with and have
 * other letters and digits after that. They are the same each time.
 *
 * @param seed - the same for the same ids
 */
export function* idsLike(example: Id, seed: string): Generator<Id, never> {
  if (typeof example === "number") {
    // Beyond these, numbers that follow one another are the same.
    const whole = Number.isSafeInteger(Math.trunc(example)) ? Math.trunc(example) : 0;
    for (let next = whole + 1; ; next += 1) yield next;
  }
  const [, before = "", digits] = /^(.*?)(\d{1,15})$/s.exec(example) ?? [];
  const isCounted = digits !== undefined && !/^(?:[\da-f]{8}-|.*[a-z\d]{16})/i.test(before) && !/\d/.test(before);
  for (let count = 1; ; count += 1) {
    if (isCounted) yield before + String(BigInt(digits) + BigInt(count)).padStart(digits.length, "0");
    else if (isShort(example)) yield `${example}${count + 1}`;
    else yield otherwise(example, `${seed} ${count}`);
  }
}

/** Whether there are few others with as many letters and digits, or none: they would run out. */
function isShort(example: string): boolean {
  const kept = beginning.exec(example)?.[0].length ?? 0;
  return example.slice(kept).replace(/[^a-z\d]/gi, "").length < 6;
}

/** What an identifier begins with that says what it is of: `cus_`, `user-`. */
const beginning = /^[a-z]+(?:[_:-][a-z]+)*[_:-](?=.)/i;

function otherwise(example: string, seed: string): string {
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(example);
  const kept = isUuid ? "" : (beginning.exec(example)?.[0] ?? "");
  const rest = example.slice(kept.length);
  const isHex = /^(?=.*\d)[\da-f-]+$/i.test(rest);
  const bytes = bytesFor(seed, rest.length);
  const text = [...rest].map((character, index) => {
    // The version and the variant of a UUID (RFC 9562, 4) stay what they are.
    if (isUuid && (index === 14 || index === 19)) return character;
    return another(character, bytes[index] ?? 0, isHex);
  });
  return kept + text.join("");
}

const digits = "0123456789";
const letters = "abcdefghijklmnopqrstuvwxyz";

function another(character: string, byte: number, isHex: boolean): string {
  const from = (some: string): string => some[byte % some.length] ?? character;
  if (isHex && /[\da-f]/.test(character)) return from("0123456789abcdef");
  if (isHex && /[A-F]/.test(character)) return from("0123456789ABCDEF");
  if (/\d/.test(character)) return from(digits);
  if (/[a-z]/.test(character)) return from(letters);
  return /[A-Z]/.test(character) ? from(letters.toUpperCase()) : character;
}

function bytesFor(seed: string, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash("sha256").update(`${seed} ${index}`).digest(),
  );
  return Buffer.concat(blocks);
}

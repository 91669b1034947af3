import { depthLimit } from "../limits.js";
import { isPlainObject } from "../serialize/value.js";
import { mask } from "./mask.js";

/**
 * Takes credentials out of all texts of a value: of JSON, and of what a platform threw and what that was caused by. Some errors hold what
 * the server sent, and some servers send back what they were asked. Errors are changed, since they are what they are by their class;
 * arrays and plain objects are copied, since they may be somebody else's. What lies deeper than JSON may, is left out.
 */
export function maskValue(
  value: unknown,
  secrets: readonly string[],
  depth = 0,
  seen: Map<unknown, object> = new Map(),
): unknown {
  if (typeof value === "string") return mask(value, secrets);
  const isArray = Array.isArray(value);
  // By its stack: in some test runners, the platform's errors are none of the global `Error`.
  const isError = !isArray && !isPlainObject(value);
  if (isError && !Object(value).stack) return value;
  const known = seen.get(value);
  if (known || depth > depthLimit) return known;
  const masked: object = isError ? (value as object) : isArray ? [] : {};
  seen.set(value, masked);
  for (const name of Object.getOwnPropertyNames(value)) {
    const member = maskValue(Reflect.get(value as object, name), secrets, depth + 1, seen);
    // An error's property keeps its attributes: a message is not enumerable.
    Reflect.defineProperty(masked, mask(name, secrets), isError ? { value: member } : { ...assigned, value: member });
  }
  return masked;
}

/** As an assignment makes a property, but under the name `__proto__` too. */
const assigned: PropertyDescriptor = { configurable: true, enumerable: true, writable: true };

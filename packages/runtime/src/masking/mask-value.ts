import { depthLimit } from "../limits.js";
import { mask } from "./mask.js";

/**
 * Takes credentials out of all texts of a value: of JSON, and of what a platform threw and what that was caused by. Some errors hold what
 * the server sent, and some servers send back what they were asked. Errors are changed, since they are what they are by their class;
 * arrays and plain objects are copied, since they may be somebody else's. What lies deeper than JSON may, and `__proto__`, is left out.
 */
export function maskValue(
  value: unknown,
  secrets: readonly string[],
  depth = 0,
  seen: Map<unknown, object> = new Map(),
): unknown {
  if (typeof value === "string") return mask(value, secrets);
  const object = Object(value) as object & { readonly stack?: unknown };
  const isArray = Array.isArray(object);
  const isPlain = isArray || Object.getPrototypeOf(object) === Object.prototype;
  // An error by its stack: in some test runners, the platform's are none of the global `Error`.
  if (object !== value || !(isPlain || object.stack)) return value;
  const known = seen.get(object);
  if (known || depth > depthLimit) return known;
  const masked: object = isArray ? [] : isPlain ? {} : object;
  seen.set(object, masked);
  for (const name of Object.getOwnPropertyNames(object)) {
    const member = maskValue(Reflect.get(object, name), secrets, depth + 1, seen);
    // Not `defineProperty`: an error's message stays one that is not enumerated.
    if (name !== "__proto__") Reflect.set(masked, mask(name, secrets), member);
  }
  return masked;
}

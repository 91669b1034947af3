import { dictionary } from "../dictionary.js";
import type { Authorization } from "../security.js";

/** A request without credentials so far. */
export function startAuthorization(headers: Readonly<Record<string, string>>): Authorization {
  return { headers: dictionary(headers), secrets: [], renewable: new Map() };
}

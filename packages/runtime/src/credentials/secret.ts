import { isHeaderValue } from "../header-value.js";
import type { Authorization, RefuseCredential } from "../security.js";

/** A credential that is one text; from here on it is never shown. */
export function readSecret({ secrets }: Authorization, value: unknown, refuse: RefuseCredential): string {
  if (typeof value !== "string" || !value) return refuse("is not a text, or is empty");
  if (!isHeaderValue(value)) refuse("holds a line end or another character that cannot be sent");
  secrets.push(value);
  return value;
}

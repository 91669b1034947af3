import type { Json } from "../document.js";
import { member } from "../pointer.js";

/** Whether a document is Swagger 2.0, however the version is spelled: YAML reads 2.0 without quotes as a number. */
export function isSwagger(json: Json): boolean {
  if (member(json, "openapi") !== undefined) return false;
  const version = member(json, "swagger");
  return /^\s*v?2(?:\.0)*\s*$/i.test(typeof version === "number" ? String(version) : String(version ?? ""));
}

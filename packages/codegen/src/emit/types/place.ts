import type { JsonObject } from "@facsimile/document";

/**
 * Where a value travels. `form`: it is a form, each of whose properties is a part of a message. `whole`: it is such a part, or a body of its own,
 * and may be bytes. `text`: it is written into JSON, a URL or a header, where bytes are text.
 */
export type Place = "form" | "whole" | "text";

/** Where a property of a value travels. */
export function placeOfProperty(place: Place): Place {
  return place === "form" ? "whole" : "text";
}

/** Where an item of a value travels: a list of files is a part for each. */
export function placeOfItem(place: Place): Place {
  return place === "text" ? "text" : "whole";
}

/** Whether text that a schema describes is bytes where it may be (OpenAPI 3.0.3, 4.7.24.2; 3.1.1, 4.4.1.2). */
export function isBytes({ format, contentMediaType, contentEncoding }: JsonObject): boolean {
  if (format === "binary") return true;
  if (typeof contentMediaType !== "string" || contentEncoding !== undefined) return false;
  return !/^text\/|[/+](?:json|xml)(?:;|$)/i.test(contentMediaType);
}

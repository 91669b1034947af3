/** The type and subtype of a media type without parameters, in lower case (RFC 9110, section 8.3.1). */
export function essence(mediaType: string): string {
  return mediaType.split(";", 1).join("").trim().toLowerCase();
}

/** `application/json` and whatever is JSON by its suffix (RFC 6839, 3.1). Parameters do not matter. */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

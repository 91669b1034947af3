/** The media type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return mediaType.replace(/;.*/s, "").trim().toLowerCase();
}

/** Whether a media type is JSON (WHATWG MIME Sniffing, "JSON MIME type", with the subtypes that only end in `json`). */
export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essence(mediaType));
}

/**
 * Which of the media types that the document states for a response has arrived: the same one, or the first whose range holds it.
 * An answer that names none is taken for the first. Empty where there is none.
 */
export function matchMediaType(content: Readonly<Record<string, unknown>>, received: string): string {
  for (const stated in content) if (!received || stated === received) return stated;
  const type = essence(received);
  for (const wanted of [type, type.replace(/\/.*/, "/*"), "*/*"]) {
    for (const stated in content) if (essence(stated) === wanted) return stated;
  }
  return "";
}

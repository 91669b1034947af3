/** The media type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/**
 * Which of the media types that the document states for a response has arrived: the same one, or the first whose range holds it.
 * An answer that names none is taken for the first.
 */
export function matchMediaType(stated: readonly string[], received: string): string | undefined {
  if (!received || stated.includes(received)) return received || stated[0];
  const type = essence(received);
  return [type, type.replace(/\/.*/, "/*"), "*/*"]
    .map((wanted) => stated.find((mediaType) => essence(mediaType) === wanted))
    .find(Boolean);
}

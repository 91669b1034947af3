/** The media type without its parameters, in lower case. */
export function essence(mediaType: string): string {
  return mediaType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}

/**
 * Which of the media types that the document states for a response has arrived: the same one, or the first whose range holds it.
 * An answer that names none is taken for the first.
 */
export function matchMediaType(stated: readonly string[], received: string): string | undefined {
  if (received === "") return stated[0];
  if (stated.includes(received)) return received;
  const type = essence(received);
  const range = `${type.split("/", 1)[0]}/*`;
  return (
    stated.find((mediaType) => essence(mediaType) === type) ??
    stated.find((mediaType) => mediaType === range) ??
    stated.find((mediaType) => mediaType === "*/*")
  );
}

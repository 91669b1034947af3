import { essence, type MediaType } from "@facsimile/document";

/** The media type that is meant by a content type: the most specific that takes it (OpenAPI 3.1.1, 4.8.13.1). */
export function mediaTypeFor(content: readonly MediaType[], contentType: string): MediaType | undefined {
  const wanted = essence(contentType);
  const [family = ""] = wanted.split("/");
  const ranges = [wanted, `${family}/*`, "*/*"];
  return ranges.flatMap((range) => content.find(({ name }) => essence(name) === range) ?? [])[0];
}

import { essence } from "@facsimile/document";

export function isForm(mediaType: string): boolean {
  return essence(mediaType) === "application/x-www-form-urlencoded";
}

export function isMultipart(mediaType: string): boolean {
  return essence(mediaType) === "multipart/form-data";
}

/** Whether a media type that was sent is the one that the document names, which may be a range (`text/*`). */
export function matchesMediaType(sent: string, documented: string): boolean {
  const [type, subtype] = essence(sent).split("/");
  const [wantedType, wantedSubtype] = essence(documented).split("/");
  return (wantedType === "*" || wantedType === type) && (wantedSubtype === "*" || wantedSubtype === subtype);
}

/** Whether an `Accept` header lets a media type through (RFC 9110, 12.5.1); without one every type is welcome. Weights do not matter. */
export function accepts(header: string | undefined, mediaType: string): boolean {
  return (header ?? "*/*").split(",").some((range) => matchesMediaType(mediaType, range));
}

import { essence, type JsonObject } from "@facsimile/document";

/** What is sent under a media type or a range of them. */
export function concrete(type: string): string {
  return type.replace("*/*", "application/octet-stream").replace("/*", "/png");
}

/** The media type of a content that a body falls under: the most specific one counts. */
export function typeFor(content: JsonObject, header: string): string | undefined {
  const [major = ""] = header.split("/");
  const wanted = [essence(header), `${major}/*`, "*/*"];
  return wanted
    .map((each) => Object.keys(content).find((type) => essence(type) === each))
    .find((type) => type !== undefined);
}

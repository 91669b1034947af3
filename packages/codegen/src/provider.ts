import { basename, dirname, extname } from "node:path";

/** What a document is called by: the folder of a file called `openapi.*`, else the file's name without its extension. */
export function providerName(document: string): string {
  const name = basename(document, extname(document));
  return name === "openapi" ? basename(dirname(document)) : name;
}

/** Puts the provider's name in the place of `*`. */
export function fillPattern(pattern: string, provider: string): string {
  return pattern.replaceAll("*", provider);
}

/** A name that npm takes: npm documentation, "package.json", "name". */
export function isPackageName(name: string): boolean {
  return name.length <= 214 && /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
}

/** The nearest name that npm takes. */
export function toPackageName(text: string): string {
  return (
    text
      .toLowerCase()
      .replace(/[^a-z0-9._~-]+/g, "-")
      .replace(/^[._-]+|(?<!-)-+$/g, "") || "client"
  );
}

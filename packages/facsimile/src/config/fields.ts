/** What a member of the configuration holds. */
export type FieldKind = "text" | "texts" | "flag" | "accepted" | "headers";

export interface Field {
  readonly kind: FieldKind;
  /** One sentence, which editors show. */
  readonly description: string;
}

/** The members of an entry of `documents`. Paths are relative to the configuration's folder. */
export const documentFields: Readonly<Record<string, Field>> = {
  document: { kind: "text", description: "The OpenAPI document: a file, or a URL of https with its integrity." },
  from: { kind: "text", description: "The https URL where the document is published: facsimile fetch refreshes it." },
  integrity: { kind: "text", description: "The digest of what has to come from the URL: sha256 and base64." },
  out: { kind: "text", description: "The folder of the package that is generated from it." },
  name: { kind: "text", description: "The npm name of the package." },
  reference: {
    kind: "text",
    description: "The folder of its reference, pages in Markdown that facsimile reference writes.",
  },
  clientName: {
    kind: "text",
    description: "The name of the client, a word of letters and digits that begins with a capital.",
  },
  server: { kind: "text", description: "The URL of the server that requests go to, in place of the document's." },
  defaultHeaders: {
    kind: "headers",
    description: "Headers that each call has, unless its client or it gives one of that name. No credentials.",
  },
  overlays: { kind: "texts", description: "OpenAPI Overlays that are applied to the document, in this order." },
  only: {
    kind: "texts",
    description: "The operations that are wanted: tag:Users, path:/users/**, operation:list* or deprecated.",
  },
  without: { kind: "texts", description: "Operations that are not wanted, written in the same way." },
  allow: {
    kind: "texts",
    description: "Files and folders outside the document's own that its references may lead to.",
  },
  raw: { kind: "flag", description: "Whether the package has the subpath ./raw, openapi-fetch's client." },
  schemas: {
    kind: "flag",
    description: "Whether the package has what values are held against at run time, in the subpath ./schemas.",
  },
  carry: { kind: "flag", description: "Whether the package carries its document as ./openapi.json." },
  accept: {
    kind: "accepted",
    description: "Omissions and warnings that are known and not told any more, each with the reason.",
  },
};

/** The members of an entry of `accept`. */
export const acceptedFields: Readonly<Record<string, Field>> = {
  code: { kind: "text", description: "The code of the diagnostic." },
  pointer: { kind: "text", description: "JSON pointer of what it is about, and of everything below. Default: any." },
  reason: { kind: "text", description: "Why it may be so." },
};

/** The members that an object has to have. */
export const requiredFields: Readonly<Record<"document" | "accepted", readonly string[]>> = {
  document: ["document"],
  accepted: ["code", "reason"],
};

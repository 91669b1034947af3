import type { Api } from "@facsimile/document";

/** Who reads a document's prose. */
export interface Reader {
  /** Whether a site does, to whose generator more characters have a meaning than to others who read Markdown. */
  readonly isSite: boolean;
  /** Where the API is documented: `externalDocs.url`. */
  readonly documentation: string | undefined;
}

export const anyone: Reader = { isSite: false, documentation: undefined };

export function anyReader({ documentationUrl }: Pick<Api, "documentationUrl">): Reader {
  return { isSite: false, documentation: documentationUrl };
}

export function siteReader({ documentationUrl }: Pick<Api, "documentationUrl">): Reader {
  return { isSite: true, documentation: documentationUrl };
}

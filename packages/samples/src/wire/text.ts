import type { ParameterStyle } from "@facsimile/document";

/** A value as it travels, before anything is known of the types inside: text, a list of texts, or names with texts. */
export type Text = string | readonly Text[] | ReadonlyMap<string, Text>;

/** What a value can be made of. */
export type Shape = "primitive" | "array" | "object";

export interface StyledParameter {
  readonly name: string;
  readonly style: ParameterStyle;
  readonly explode: boolean;
}

/** How one piece of text is read: percent-decoded where it was in a URL, as it is where it was in a header. */
export type Read = (text: string) => string;

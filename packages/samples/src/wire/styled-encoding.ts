import type { Encoding } from "@facsimile/document";
import type { StyledParameter } from "./text.js";

/** Whether a property of a form is written in a style. The media type of the property is ignored then (OpenAPI 3.1.1, 4.8.15.1.2). */
export function isStyled({ style, explode, allowReserved }: Encoding): boolean {
  return style !== undefined || explode !== undefined || allowReserved;
}

/** The style of a property of a form, with the defaults of a query. */
export function styleOf({ property, style = "form", explode = style === "form" }: Encoding): StyledParameter {
  return { name: property, style, explode };
}

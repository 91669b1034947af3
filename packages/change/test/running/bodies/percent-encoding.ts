import type { Field } from "./fields.js";
import type { NamedText } from "./pairs.js";
import { Unreadable } from "./wire-body.js";

/** A pair as a form has it (WHATWG URL, 5.2), with reserved characters as they are where they may be, but for those that part a form itself. */
export function encodedPair([name, text]: NamedText, { allowsReserved }: Field): string {
  const own = allowsReserved ? encodeURI(text).replaceAll(/[&=+#]/g, encodeURIComponent) : encoded(text);
  return `${encoded(name)}=${own}`;
}

function encoded(text: string): string {
  return new URLSearchParams([["", text]]).toString().slice(1);
}

/** Those that a list or an object in one pair is parted by are no part of its values. */
const reserved = /[:/?#[\]@!$'();]/;

/** Throws where a pair has what is to be percent-encoded as it is. */
export function checkEncoding(form: string, { name, allowsReserved }: Field): void {
  if (allowsReserved) return;
  for (const pair of form.split("&")) {
    const [key = "", text = ""] = pair.split("=");
    if (key === encoded(name) && reserved.test(text)) throw new Unreadable(`${name} is not percent-encoded: ${text}`);
  }
}

import { decodeEntities } from "../print/index.js";
import { oneLine } from "./visible.js";

/** What a package is, in a sentence: `Typed client for the Tea House API.` */
export function clientSummary(title: string, write: (title: string) => string = decoded): string {
  return `Typed client for ${apiPhrase(title, write)}.`;
}

/** An API in a sentence: `the Tea House API`. A title that says itself that it is an API, begins with `the`, or with whose it is, is not told so again. */
export function apiPhrase(title: string, write: (title: string) => string = oneLine): string {
  const name = oneLine(title).replace(/^the /i, "");
  if (name === "") return "an API";
  const article = /^\S+['’]s /.test(name) ? "" : "the ";
  return `${article}${write(name)}${saysApi(name) ? "" : " API"}`;
}

/** Whether a text is of the form of {@link clientSummary}. */
export function isClientSummary(text: string): boolean {
  const [, phrase = "", title, owned] = /^Typed client for (the (.*)|(\S+['’]s .*)|an API)\.$/s.exec(text) ?? [];
  return phrase === "an API" || saysApi(title ?? owned ?? "");
}

/** Whether a title says itself that it is an API: `Tea API` and `TeaAPI`, and not `Okapi`. */
function saysApi(title: string): boolean {
  return /\bAPIs?\b/i.test(title) || /[a-z]APIs?\b/.test(title);
}

function decoded(title: string): string {
  return oneLine(decodeEntities(title));
}

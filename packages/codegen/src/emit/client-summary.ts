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
  return `${article}${write(name)}${/\bAPIs?\b/i.test(name) || /[a-z]APIs?\b/.test(name) ? "" : " API"}`;
}

function decoded(title: string): string {
  return oneLine(decodeEntities(title));
}

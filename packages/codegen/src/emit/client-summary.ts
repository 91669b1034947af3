import { oneLine } from "./visible.js";

/** What a package is, in a sentence: `Typed client for the Tea House API.` A title that says itself that it is an API is not told again. */
export function clientSummary(title: string, write: (title: string) => string = oneLine): string {
  const name = oneLine(title).replace(/^the /i, "");
  if (name === "") return "Typed client for an API.";
  return `Typed client for the ${write(name)}${/\bAPIs?\b/i.test(name) ? "" : " API"}.`;
}

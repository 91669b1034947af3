/**
 * Where APIs put words about an error, the fuller ones first: RFC 9457 (`detail`, `title`), OAuth 2 (`error_description`, `error`; RFC 6749 5.2),
 * JSON:API and GraphQL (`errors`), and what many have without a standard.
 */
const places = ["detail", "message", "Message", "error_description", "error", "errors", "msg", "description", "title"];

/** How deep it is looked for: `errors[0].error.message`. */
const deepest = 4;

/**
 * What an API says of an error, for people; empty where nothing is found. Of a list, the first item counts; of a text that is no JSON, the
 * first line, unless it is markup.
 *
 * @param body Without credentials.
 */
export function readMessage(body: unknown, depth = 0): string {
  if (typeof body === "string") return depth ? body : readLine(body);
  if (typeof body !== "object" || !body || depth === deepest) return "";
  if (Array.isArray(body)) return readMessage(body[0], depth + 1);
  for (const place of places) {
    const said = Object.hasOwn(body, place) ? readMessage(Reflect.get(body, place), depth + 1) : "";
    if (said) return said;
  }
  return "";
}

function readLine(text: string): string {
  const [line = ""] = /\S.*/.exec(text) ?? [];
  return line.startsWith("<") ? "" : line;
}

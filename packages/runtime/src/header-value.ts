/** Control characters, above all line ends, and anything beyond Latin-1 (Fetch, "header value"). */
const forbidden = /[^\t\x20-\x7e\x80-\xff]/;

/** Whether a text can be sent as the value of a header. */
export function isHeaderValue(text: string): boolean {
  return !forbidden.test(text);
}

/** Whether an answer has no content, whatever the document states: one to HEAD, and those of 204, 205 and 304 (RFC 9110, 6.4.1 and 15.3.6). */
export function hasNoBody(method: string, status: string): boolean {
  return method === "head" || ["204", "205", "304"].includes(status);
}

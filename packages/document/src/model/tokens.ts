/** What the names of headers and cookies, and the parts of media types, are made of (RFC 9110, section 5.6.2), for a regular expression. */
export const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

const whole = new RegExp(`^${token}$`);

export function isToken(text: string): boolean {
  return whole.test(text);
}

import { isCredentialName } from "./credential-names.js";

/** What is wrong with a header that each call is to have. */
export interface HeaderFault {
  readonly message: string;
  readonly fix: string;
}

/** What the operation, `fetch` or the connection says. */
const taken =
  /^(?:accept|accept-encoding|connection|content-.*|expect|host|idempotency-key|keep-alive|proxy-.*|set-cookie|te|trailer|transfer-encoding|upgrade)$/i;

/** Undefined where nothing is wrong. A value is never shown. */
export function headerFault(name: string, value: string): HeaderFault | undefined {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || name === "__proto__")
    return { message: `"${name}" is no name of a header.`, fix: "Write one such as X-Client." };
  if (isCredentialName(name))
    return {
      message: `${name} is where a credential is, and what is generated is published.`,
      fix: "Take it away, and give the client its credentials, or headers, when it is made.",
    };
  if (taken.test(name))
    return { message: `${name} is the operation's, or the connection's, to say.`, fix: "Take it away." };
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value) || value.trim() !== value || value === "")
    return {
      message: `The value of ${name} is none that a header can have.`,
      fix: "Write characters of Latin-1, without line ends, and without space around them.",
    };
  return undefined;
}

/** The first name that is there twice, in whatever capitals. */
export function nameGivenTwice(names: readonly string[]): string | undefined {
  const seen = names.map((name) => name.toLowerCase());
  return names.find((_, index) => seen.indexOf(seen[index] ?? "") !== index);
}

/** What stands in place of a secret. */
const mark = "•••";

/** The newest that are remembered: a token that one answer gives may be in the path of the next request. */
const mostHidden = 500;

/** Leaves none of the secrets that it was told in a text. */
export interface Redactor {
  hide(secrets: readonly string[]): void;
  /** The text with a mark in place of each secret. */
  redact(text: string): string;
}

export function createRedactor(): Redactor {
  const hidden = new Set<string>();
  return {
    hide(secrets) {
      for (const secret of secrets.flatMap(spellings)) {
        // What is met again becomes the newest.
        hidden.delete(secret);
        hidden.add(secret);
      }
      for (const oldest of [...hidden].slice(0, Math.max(0, hidden.size - mostHidden))) hidden.delete(oldest);
    },
    redact: (text) =>
      // A long secret first, for a short one may be a part of it.
      [...hidden]
        .sort((left, right) => right.length - left.length)
        .reduce((redacted, secret) => redacted.replaceAll(secret, mark), text),
  };
}

/** A secret as it is, percent-encoded, and as JSON has it. What is too short to be a secret would make every text unreadable. */
function spellings(secret: string): readonly string[] {
  const encoded = encodeURIComponent(Buffer.from(secret).toString());
  return secret.length < 4 ? [] : [secret, encoded, JSON.stringify(secret).slice(1, -1)];
}

import type { Difference, Pair } from "./pair.js";
import type { Subject } from "./subject.js";

/** Notes a difference of two types: of the types themselves, or of something below them. */
export function report(
  pair: Pair,
  kind: Difference["kind"],
  severity: Difference["class"],
  words: string,
  subject: Subject = pair.subject,
): void {
  const ofDeclaration = subject !== pair.subject;
  pair.differences.push({ kind, class: severity, subject, words, ofDeclaration });
}

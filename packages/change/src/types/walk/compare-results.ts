import type ts from "typescript";
import type { Answer } from "./answers.js";
import { type Pair, shapeOf } from "./pair.js";
import type { Pairs } from "./pairs.js";
import { report } from "./report.js";
import { stepTo } from "./subject.js";
import { listTypes } from "./type-words.js";
import type { Types } from "./types.js";

/** Compares results by status and media type, which is how readers tell them apart. */
export function compareResults(
  types: Types,
  pairs: Pairs,
  pair: Pair,
  old: readonly Answer[],
  next: readonly Answer[],
): void {
  const [before, after] = [byStatus(old), byStatus(next)];
  for (const [key, answers] of before) {
    const others = after.get(key);
    if (others !== undefined) compareStatus(types, pairs, pair, answers, others);
    else reportGone(pair, answers);
  }
  for (const [key, answers] of after) if (!before.has(key)) reportNew(types, pair, old, answers);
}

function byStatus(answers: readonly Answer[]): ReadonlyMap<string, readonly Answer[]> {
  const found = new Map<string, Answer[]>();
  for (const answer of answers) {
    const key = `${answer.ok} ${answer.status}`;
    found.set(key, [...(found.get(key) ?? []), answer]);
  }
  return found;
}

/** A success that nobody knew of has a status like the failures: no comparison with it fails when one is stated. */
const undocumented = '"undocumented"';

function reportGone(pair: Pair, [answer]: readonly Answer[]): void {
  if (answer === undefined || answer.status === undocumented) return;
  const subject = stepTo(statusSubject(pair, answer), "status");
  const words = `is never ${answer.status} any more: a comparison with it no longer compiles`;
  report(pair, "result-status-removed", "breaking", words, subject);
}

/** An exhaustive `switch` has no case for a further status. The data of a further success is read as that of the others as well. */
function reportNew(types: Types, pair: Pair, old: readonly Answer[], answers: readonly Answer[]): void {
  const [answer] = answers;
  if (answer === undefined || answer.status === undocumented) return;
  const subject = stepTo(statusSubject(pair, answer), "status");
  const words = `may be ${answer.status} now`;
  if (!answer.ok) {
    report(pair, "result-status-added", "warning", words, subject);
    return;
  }
  const strange = strangeData(types, old, answers);
  if (strange.length === 0) report(pair, "result-status-added", "warning", words, subject);
  else {
    const more = `${words}, with \`result.data\` ${listTypes(types, strange, "or")}`;
    report(pair, "result-status-added", "breaking", more, subject);
  }
}

/** What the data of a success may be that no success was before. */
function strangeData(types: Types, old: readonly Answer[], next: readonly Answer[]): readonly ts.Type[] {
  const known = old.filter(({ ok }) => ok).map(({ type }) => dataOf(types, type, true));
  const data = next.map(({ type }) => dataOf(types, type, true));
  return data.filter((type) => !known.some((one) => types.fits(type, one)));
}

function dataOf(types: Types, type: ts.Type, ok: boolean): ts.Type {
  const property = type.getProperty(ok ? "data" : "error");
  return property === undefined ? type : types.checker.getTypeOfSymbol(property);
}

function compareStatus(types: Types, pairs: Pairs, pair: Pair, old: readonly Answer[], next: readonly Answer[]): void {
  const free = new Set(next);
  for (const answer of old) {
    const other = counterpart(types, answer, old, free);
    if (other === undefined) {
      const words = `is never ${answer.contentType} any more`;
      report(pair, "result-removed", "breaking", words, stepTo(statusSubject(pair, answer), "contentType"));
      continue;
    }
    free.delete(other);
    pairs.meet(shapeOf(answer.type), shapeOf(other.type), pair.direction, statusSubject(pair, answer), pair);
  }
  for (const answer of free) reportFurther(types, pair, answer, old);
}

/** By media type; one without a media type of its own is that which fits, and the only one where there is no choice. */
function counterpart(
  types: Types,
  answer: Answer,
  old: readonly Answer[],
  free: ReadonlySet<Answer>,
): Answer | undefined {
  const same = [...free].find(({ contentType }) => contentType === answer.contentType);
  if (same !== undefined || free.size === 0) return same;
  if (old.length === 1 && free.size === 1) return [...free][0];
  const vague = [...free].filter((other) => other.contentType === "string" || answer.contentType === "string");
  const data = dataOf(types, answer.type, answer.ok);
  return vague.find((other) => types.fits(dataOf(types, other.type, other.ok), data));
}

function reportFurther(types: Types, pair: Pair, answer: Answer, old: readonly Answer[]): void {
  const data = dataOf(types, answer.type, answer.ok);
  if (old.some(({ type, ok }) => types.fits(data, dataOf(types, type, ok)))) return;
  const subject = stepTo(statusSubject(pair, answer), answer.ok ? "data" : "error");
  report(pair, "result-widened", "breaking", `may be ${listTypes(types, [data], "or")} now`, subject);
}

function statusSubject({ subject }: Pair, { status }: Answer): Pair["subject"] {
  return { ...subject, status };
}

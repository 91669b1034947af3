import { compareContent } from "./content.js";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { compareHeaders } from "./headers.js";
import { type Both, type Editions, found } from "./place.js";

/** Compares the answers of an operation, status by status; a range and `default` stand for those that are not named. */
export function compareResponses(editions: Editions, operations: Both): readonly Found[] {
  const old = answersOf(editions.old, operations.old);
  const next = answersOf(editions.new, operations.new);
  const compared = new Set<string>();
  return [...new Set([...old.keys(), ...next.keys()])].flatMap((status) => {
    const [was, is] = [lookUp(old, status), lookUp(next, status)];
    const pair = `${was?.pointer} ${is?.pointer}`;
    if (compared.has(pair)) return named(editions, operations, old, next, status);
    compared.add(pair);
    const changes =
      was !== undefined && is !== undefined ? compareAnswers(editions, { old: was, new: is }, status) : [];
    return [...named(editions, operations, old, next, status), ...changes];
  });
}

type Answers = ReadonlyMap<string, ObjectNode>;

function answersOf(edition: Edition, operation: ObjectNode): Answers {
  const answers = [...edition.patterned(edition.object(operation, "responses"))];
  return new Map(
    answers.map(([status, node]) => [status.toUpperCase() === "DEFAULT" ? "default" : status.toUpperCase(), node]),
  );
}

/** The answer that a status has: its own, that of its range, or the default (OpenAPI 3.1.1, 4.8.16). */
function lookUp(answers: Answers, status: string): ObjectNode | undefined {
  return answers.get(status) ?? answers.get(`${status.charAt(0)}XX`) ?? answers.get("default");
}

/** What there is to say of a status that one edition names, and the other one has no answer for. */
function named(
  { received }: Editions,
  operations: Both,
  old: Answers,
  next: Answers,
  status: string,
): readonly Found[] {
  const [was, is] = [lookUp(old, status), lookUp(next, status)];
  const isSuccess = /^[123]/.test(status);
  if (was === undefined && is !== undefined) {
    const more = isSuccess && received === "response" ? { class: "warning" as const } : {};
    return [found("response-added", received, { old: operations.old, new: is }, `${inWords(status)} is new`, more)];
  }
  if (was === undefined || is !== undefined) return [];
  // Where statuses take the place of their range, none is gone that callers were told of.
  const isNarrower =
    status.endsWith("XX") && [...next.keys()].some((each) => each.startsWith(status.charAt(0)) && !old.has(each));
  const more = isSuccess && !isNarrower && received === "response" ? { class: "breaking" as const } : {};
  return [
    found(
      "response-removed",
      received,
      { old: was, new: operations.new },
      `${inWords(status)} is no longer stated`,
      more,
    ),
  ];
}

function inWords(status: string): string {
  return status === "default" ? "the default answer" : `the ${status} answer`;
}

function compareAnswers(editions: Editions, both: Both, status: string): readonly Found[] {
  return [
    ...compareBody(editions, both, status),
    ...compareHeaders(editions, both, editions.received, inWords(status)),
  ];
}

function compareBody(editions: Editions, both: Both, status: string): readonly Found[] {
  const { received } = editions;
  const [was, is] = [hasContent(editions.old, both.old), hasContent(editions.new, both.new)];
  if (was && is) return compareContent(editions, both, received, inWords(status));
  // Receivers of a webhook that answer as they did answer otherwise than is stated now.
  const more = received === "request" ? { class: "warning" as const } : {};
  if (was) return [found("response-body-removed", received, both, `${inWords(status)} has no content any more`, more)];
  return is ? [found("response-body-added", received, both, `${inWords(status)} has content now`, more)] : [];
}

function hasContent(edition: Edition, answer: ObjectNode): boolean {
  return edition.objects(edition.object(answer, "content")).size > 0;
}

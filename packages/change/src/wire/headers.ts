import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { compareSerialization } from "./serialization.js";
import { code } from "./words.js";

/** Compares the headers of two answers. */
export function compareHeaders(editions: Editions, answers: Both, status: string): readonly Found[] {
  const { received } = editions;
  const [old, next] = [headersOf(editions.old, answers.old), headersOf(editions.new, answers.new)];
  const subject = (name: string): string =>
    `header ${code(name)} of ${status === "default" ? "the default answer" : `the ${status} answer`}`;
  const changes = [...next].flatMap(([key, [name, header]]) => {
    const was = old.get(key)?.[1];
    if (was === undefined)
      return [found("header-added", received, { old: answers.old, new: header }, `${subject(name)} is new`)];
    return compareHeader(editions, { old: was, new: header }, subject(name));
  });
  const gone = [...old]
    .filter(([key]) => !next.has(key))
    .map(([, [name, header]]) => {
      const more = header.value.required === true && received === "response" ? { class: "breaking" as const } : {};
      return found("header-removed", received, { old: header, new: answers.new }, `${subject(name)} is gone`, more);
    });
  return [...changes, ...gone];
}

/** Names are compared without case (RFC 9110, 5.1). `Content-Type` is what `content` says (OpenAPI 3.1.1, 4.8.17). */
function headersOf(edition: Edition, answer: ObjectNode): ReadonlyMap<string, readonly [string, ObjectNode]> {
  const headers = [...edition.objects(edition.object(answer, "headers"))].filter(
    ([name]) => name.toLowerCase() !== "content-type",
  );
  return new Map(headers.map(([name, header]) => [name.toLowerCase(), [name, header]]));
}

function compareHeader(editions: Editions, both: Both, subject: string): readonly Found[] {
  const { received } = editions;
  const [was, is] = [both.old.value.required === true, both.new.value.required === true];
  const required = is
    ? found("header-became-required", received, both, `${subject} is always sent now`)
    : found("header-became-optional", received, both, `${subject} may be missing now`);
  const values = compareSerialization(editions, both, received, subject, { changed: "header-serialization-changed" });
  return was === is ? values : [required, ...values];
}

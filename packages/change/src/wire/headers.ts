import type { Direction } from "@facsimile/document";
import type { Edition, ObjectNode } from "./edition.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { compareSerialization } from "./serialization.js";
import { code } from "./words.js";

/** Compares the headers of two answers, or of two parts of a multipart body. */
export function compareHeaders(
  editions: Editions,
  owners: Both,
  direction: Direction,
  owner: string,
): readonly Found[] {
  const [old, next] = [headersOf(editions.old, owners.old), headersOf(editions.new, owners.new)];
  const subject = (name: string): string => `header ${code(name)} of ${owner}`;
  const changes = [...next].flatMap(([key, [name, header]]) => {
    const was = old.get(key)?.[1];
    if (was === undefined) return [addedHeader(owners, direction, header, subject(name))];
    return compareHeader(editions, { old: was, new: header }, direction, subject(name));
  });
  const gone = [...old]
    .filter(([key]) => !next.has(key))
    .map(([, [name, header]]) => {
      const more = header.value.required === true && direction === "response" ? { class: "breaking" as const } : {};
      return found("header-removed", direction, { old: header, new: owners.new }, `${subject(name)} is gone`, more);
    });
  return [...changes, ...gone];
}

/** Who receives a header may ignore it; who has to send it has to know it. */
function addedHeader(owners: Both, direction: Direction, header: ObjectNode, subject: string): Found {
  const isDemanded = header.value.required === true && direction === "request";
  const rule = isDemanded ? "required-header-added" : "header-added";
  const words = `${subject} is new${isDemanded ? " and required" : ""}`;
  return found(rule, direction, { old: owners.old, new: header }, words);
}

/** Names are compared without case (RFC 9110, 5.1). `Content-Type` is what `content` says (OpenAPI 3.1.1, 4.8.17). */
function headersOf(edition: Edition, answer: ObjectNode): ReadonlyMap<string, readonly [string, ObjectNode]> {
  const headers = [...edition.objects(edition.object(answer, "headers"))].filter(
    ([name]) => name.toLowerCase() !== "content-type",
  );
  return new Map(headers.map(([name, header]) => [name.toLowerCase(), [name, header]]));
}

function compareHeader(editions: Editions, both: Both, direction: Direction, subject: string): readonly Found[] {
  const [was, is] = [both.old.value.required === true, both.new.value.required === true];
  const required = is
    ? found("header-became-required", direction, both, `${subject} is always sent now`)
    : found("header-became-optional", direction, both, `${subject} may be missing now`);
  const values = compareSerialization(editions, both, direction, subject, "header-serialization-changed");
  return was === is ? values : [required, ...values];
}

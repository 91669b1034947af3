import { compareContent } from "./content.js";
import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";

/** Compares the bodies that two operations take. */
export function compareBodies(editions: Editions, operations: Both): readonly Found[] {
  const { sent } = editions;
  const was = editions.old.object(operations.old, "requestBody");
  const is = editions.new.object(operations.new, "requestBody");
  if (was === undefined && is === undefined) return [];
  if (was === undefined) {
    const isRequired = is?.value.required === true;
    const rule = isRequired ? "required-request-body-added" : "request-body-added";
    return [
      found(
        rule,
        sent,
        { old: operations.old, new: is },
        `the request body is new${isRequired ? " and required" : ""}`,
      ),
    ];
  }
  if (is === undefined)
    return [found("request-body-removed", sent, { old: was, new: operations.new }, "the request body is gone")];
  const both = { old: was, new: is };
  return [...compareRequired(editions, both), ...compareContent(editions, both, sent, "the request body")];
}

function compareRequired({ sent }: Editions, both: Both): readonly Found[] {
  const [was, is] = [both.old.value.required === true, both.new.value.required === true];
  if (was === is) return [];
  const rule = is ? "request-body-became-required" : "request-body-became-optional";
  return [found(rule, sent, both, `the request body is ${is ? "required" : "optional"} now`)];
}

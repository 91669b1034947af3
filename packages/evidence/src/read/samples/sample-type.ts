import { isJson } from "@facsimile/document";
import type { FactIndex } from "../../facts/fact-index.js";
import { placeParameters } from "../../facts/parameter-place.js";
import type { Spelling } from "../../families/family.js";
import type { SampleSubject } from "./find-samples.js";

/** The type that the pages give to what a sample is of, in the notation of evidence. Undefined where they do not say it beyond doubt. */
export function sampleType(subject: SampleSubject, facts: FactIndex, spell: Spelling): string | undefined {
  if (subject.kind === "model") return `@${subject.model}`;
  const { operation } = subject;
  const mediaTypes = facts.value("operation", operation, subject.kind === "request" ? "content-types" : "accepts");
  if (Array.isArray(mediaTypes) && !mediaTypes.some((each) => isJson(String(each)))) return undefined;
  const type =
    subject.kind === "request"
      ? bodyType(operation, facts, spell)
      : isOnlySuccess(operation, subject.status, facts)
        ? facts.value("operation", operation, "returns")
        : undefined;
  return typeof type === "string" && type !== "void" ? type : undefined;
}

function bodyType(operation: string, facts: FactIndex, spell: Spelling): unknown {
  const body = placeParameters(facts, spell, operation).find(({ place }) => place === "body");
  return body === undefined ? undefined : facts.value("operation", operation, "parameter", body.documented, "type");
}

/** What an operation returns is the body of its success. Where there are several, the pages do not say of which. */
function isOnlySuccess(operation: string, status: string | undefined, facts: FactIndex): boolean {
  const successes = facts.namesBelow("operation", operation, "status").filter((each) => each.startsWith("2"));
  if (status === undefined) return successes.length <= 1;
  return status.startsWith("2") && successes.every((each) => each === status);
}

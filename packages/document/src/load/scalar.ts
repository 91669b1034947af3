import {
  boolCoreTag,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";
import { resolvePlain } from "./core-schema.js";
import type { Json } from "./document.js";
import type { Problem } from "./problem.js";
import { mappingTag, mergeTag, sequenceTag, stringTag, type Tags } from "./tags.js";

/** The text of a scalar, whatever its tag would make of it. */
export function scalarText(text: string, event: ScalarEvent): string {
  if (event.valueStart < 0) return "";
  return event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
}

/** `<<` without quotes, unless a tag makes it something else. */
export function isMergeKey(text: string, event: ScalarEvent, tags: Tags): boolean {
  return (
    event.style === SCALAR_STYLE.PLAIN &&
    event.valueEnd - event.valueStart === 2 &&
    text.startsWith("<<", event.valueStart) &&
    (event.tagStart < 0 || tags.nameOf(text.slice(event.tagStart, event.tagEnd)) === mergeTag)
  );
}

export function scalarValue(text: string, event: ScalarEvent, tags: Tags, report: (problem: Problem) => void): Json {
  const content = scalarText(text, event);
  const value = event.tagStart < 0 ? untagged(content, event) : tagged(text, content, event, tags, report);
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  const fix = "Write a number that JSON can hold, or put the text in quotes.";
  const message = `JSON has no number ${content}; it is taken for a text.`;
  report({ code: "yaml-number-not-json", offset: event.valueStart, message, fix });
  return content;
}

function untagged(content: string, event: ScalarEvent): null | boolean | number | string {
  return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(content) : content;
}

const scalarTags = new Map([nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag].map((tag) => [tag.tagName, tag]));

function tagged(
  text: string,
  content: string,
  event: ScalarEvent,
  tags: Tags,
  report: (problem: Problem) => void,
): Json {
  const tag = text.slice(event.tagStart, event.tagEnd);
  const name = tags.nameOf(tag);
  if (name === "!" || name === stringTag) return content;
  if (content === "" && name === sequenceTag) return [];
  if (content === "" && name === mappingTag) return {};
  const value = scalarTags.get(name)?.resolve(content, true, name);
  if (value !== undefined && value !== NOT_RESOLVED) return value;
  report(tagProblem(tag, event.tagStart));
  return untagged(content, event);
}

/** A tag that says nothing of a JSON value. */
export function tagProblem(tag: string, offset: number): Problem {
  const message = `The tag ${tag} has no meaning in JSON, or none for this value; the value is read without it.`;
  return { code: "yaml-tag-unsupported", offset, message, fix: "Remove the tag." };
}

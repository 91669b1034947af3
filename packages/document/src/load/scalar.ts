import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { resolvePlain } from "./core-schema.js";
import type { Json } from "./document.js";
import type { Problem } from "./problem.js";

/** The text of a scalar, whatever its tag would make of it. */
export function scalarText(text: string, event: ScalarEvent): string {
  if (event.valueStart < 0) return "";
  return event.fast ? text.slice(event.valueStart, event.valueEnd) : getScalarValue(text, event);
}

/** `<<` without quotes. */
export function isMergeKey(text: string, event: ScalarEvent): boolean {
  return (
    event.style === SCALAR_STYLE.PLAIN &&
    event.valueEnd - event.valueStart === 2 &&
    text.startsWith("<<", event.valueStart)
  );
}

export function scalarValue(text: string, event: ScalarEvent, report: (problem: Problem) => void): Json {
  const content = scalarText(text, event);
  const value = event.tagStart < 0 ? untagged(content, event) : tagged(text, content, event, report);
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  const fix = "Write a number that JSON can hold, or put the text in quotes.";
  report({ code: "yaml-number-not-json", offset: event.valueStart, message: `JSON has no number ${content}.`, fix });
  return 0;
}

function untagged(content: string, event: ScalarEvent): null | boolean | number | string {
  return event.style === SCALAR_STYLE.PLAIN ? resolvePlain(content) : content;
}

const typeOfTag: Readonly<Record<string, "string" | "boolean" | "number" | "object">> = {
  "!!bool": "boolean",
  "!!int": "number",
  "!!float": "number",
  "!!null": "object",
};

function tagged(text: string, content: string, event: ScalarEvent, report: (problem: Problem) => void): Json {
  const tag = text.slice(event.tagStart, event.tagEnd);
  if (tag === "!" || tag === "!!str") return content;
  const value = resolvePlain(content);
  if (Object.hasOwn(typeOfTag, tag) && typeof value === typeOfTag[tag]) return value;
  const message = `The tag ${tag} has no meaning in JSON, or none for this value.`;
  report({ code: "yaml-tag-unsupported", offset: event.tagStart, message, fix: "Remove the tag." });
  return content;
}

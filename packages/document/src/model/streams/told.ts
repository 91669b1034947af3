import type { Json, JsonObject } from "../../load/document.js";
import { isObject } from "../../load/object.js";
import { child, member } from "../../load/pointer.js";
import { quoted } from "../../load/structure/words.js";
import type { StreamCondition, StreamFormat } from "../api.js";
import type { Context } from "../context.js";

/** What the schema of a stream describes: the data of an event, or a value; an event with its name; all items, as an array. */
export type Described = "data" | "event" | "all";

export type ToldCondition = Pick<StreamCondition, "in" | "name" | "value">;

/** What `x-stream` says. */
export interface Told {
  /** False: the answer is read to its end and given as one. */
  readonly isStream: boolean;
  readonly format: StreamFormat | undefined;
  readonly describes: Described | undefined;
  readonly end: string | undefined;
  readonly errorEvent: string | undefined;
  readonly errorProperty: string | undefined;
  readonly condition: ToldCondition | undefined;
}

const nothing: Told = {
  isStream: true,
  format: undefined,
  describes: undefined,
  end: undefined,
  errorEvent: undefined,
  errorProperty: undefined,
  condition: undefined,
};

const formats: readonly StreamFormat[] = ["server-sent-events", "json-lines", "json-sequence"];
const described: readonly Described[] = ["data", "event", "all"];
const members = ["format", "describes", "end", "error", "when"];

/** Reads `x-stream`. A member that is wrong is reported, and what it says is not used. */
export function readTold(context: Context, json: Json | undefined, pointer: string): Told {
  if (json === undefined) return nothing;
  if (json === false) return { ...nothing, isStream: false };
  if (!isObject(json)) {
    report(context, pointer, "x-stream has to be an object, or false", 'Write an object such as { end: "[DONE]" }.');
    return nothing;
  }
  for (const name of Object.keys(json)) {
    if (!members.includes(name))
      report(
        context,
        child(pointer, name),
        `x-stream has no member "${name}"`,
        `Remove it; there are ${quoted(members)}.`,
      );
  }
  const reader = new MemberReader(context, json, pointer);
  return {
    isStream: true,
    format: reader.choice("format", formats),
    describes: reader.choice("describes", described),
    end: reader.text("end"),
    ...readError(context, json, pointer),
    condition: readCondition(context, json, pointer),
  };
}

class MemberReader {
  private readonly context: Context;
  private readonly json: JsonObject;
  private readonly pointer: string;

  constructor(context: Context, json: JsonObject, pointer: string) {
    this.context = context;
    this.json = json;
    this.pointer = pointer;
  }

  text(name: string): string | undefined {
    const value = member(this.json, name);
    if (value === undefined || (typeof value === "string" && value !== "")) return value;
    report(
      this.context,
      child(this.pointer, name),
      `"${name}" of ${this.owner()} has to be text`,
      "Write it in quotes.",
    );
    return undefined;
  }

  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = member(this.json, name);
    const found = words.find((word) => word === value);
    if (found === undefined && value !== undefined) {
      report(
        this.context,
        child(this.pointer, name),
        `"${name}" of ${this.owner()} is none of those that there are`,
        `Write one of ${quoted(words)}.`,
      );
    }
    return found;
  }

  private owner(): string {
    return this.pointer.endsWith("/error") ? "the error of x-stream" : "x-stream";
  }
}

function readError(context: Context, json: JsonObject, pointer: string): Pick<Told, "errorEvent" | "errorProperty"> {
  const error = member(json, "error");
  const at = child(pointer, "error");
  if (error !== undefined && !isObject(error)) {
    report(context, at, '"error" of x-stream has to be an object', "Write { event: error } or { property: error }.");
  }
  if (!isObject(error)) return { errorEvent: undefined, errorProperty: undefined };
  const reader = new MemberReader(context, error, at);
  return { errorEvent: reader.text("event"), errorProperty: reader.text("property") };
}

function readCondition(context: Context, json: JsonObject, pointer: string): ToldCondition | undefined {
  const when = member(json, "when");
  if (when === undefined) return undefined;
  const [[place, values] = [], ...others] = isObject(when) ? Object.entries(when) : [];
  const [[name, value] = [], ...more] = isObject(values) ? Object.entries(values) : [];
  const isOne = others.length === 0 && more.length === 0;
  if (isOne && (place === "body" || place === "query") && name !== undefined && isScalar(value))
    return { in: place, name, value };
  const fix = "Write { body: { stream: true } }, or query in place of body.";
  report(
    context,
    child(pointer, "when"),
    '"when" of x-stream has to name one property of the body, or one query parameter, with its value',
    fix,
  );
  return undefined;
}

function isScalar(value: Json | undefined): value is ToldCondition["value"] {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function report(context: Context, pointer: string, problem: string, fix: string): void {
  context.report("extension-invalid", pointer, `${problem}; it is not used.`, fix);
}

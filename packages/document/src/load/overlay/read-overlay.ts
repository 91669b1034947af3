import { nearest } from "../../nearest.js";
import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, member } from "../pointer.js";
import type { Source } from "../source.js";
import { wordsForValue } from "../structure/words.js";
import type { Action, Change } from "./action.js";
import { readQuery } from "./query.js";

/** What an overlay asks for. */
export interface Overlay {
  /** The document that it was written for, as a URI reference; undefined where it names none. */
  readonly extends: string | undefined;
  readonly actions: readonly Action[];
}

/** Reads an overlay of the Overlay Specification 1.0 or 1.1. Undefined where something is wrong with it, which is reported. */
export function readOverlay(source: Source, report: Report): Overlay | undefined {
  const reader = new OverlayReader(source, report);
  const overlay = reader.read();
  return reader.failed ? undefined : overlay;
}

const overlayWords = ["overlay", "info", "extends", "actions"];
const actionWords = ["target", "description", "update", "remove", "copy"];

class OverlayReader {
  failed = false;
  private readonly source: Source;
  private readonly report: Report;
  private version: "1.0" | "1.1" = "1.1";

  constructor(source: Source, report: Report) {
    this.source = source;
    this.report = report;
  }

  read(): Overlay | undefined {
    const { json } = this.source;
    if (!isObject(json) || json.overlay === undefined) {
      const message = isObject(json)
        ? "The file is no overlay: it has no member overlay."
        : notObject("An overlay", json);
      return this.refuse("", message, "Begin it with overlay: 1.1.0, or name an overlay.");
    }
    this.checkWords(json, "", overlayWords);
    this.readVersion(json.overlay);
    this.checkInfo(json.info);
    const { actions, extends: extended } = json;
    if (extended !== undefined && typeof extended !== "string")
      this.refuse("/extends", notText("extends", extended), "Write the document's file name, or leave extends out.");
    if (!Array.isArray(actions) || actions.length === 0)
      return this.refuse("/actions", "The overlay has no actions.", "Write a list of actions, each with a target.");
    this.checkTwins(actions);
    return {
      extends: typeof extended === "string" ? extended : undefined,
      actions: actions.flatMap((action: Json, index) => this.readAction(action, child("/actions", index)) ?? []),
    };
  }

  private readVersion(value: Json | undefined): void {
    const text = typeof value === "number" ? value.toFixed(1) : String(value);
    const version = /^(1\.[01])(?:\.\d+)?$/.exec(text)?.[1];
    if (version === "1.0" || version === "1.1") this.version = version;
    else this.refuse("/overlay", `Overlays of version ${text} are not known.`, "Write 1.0.0 or 1.1.0.");
  }

  private checkInfo(info: Json | undefined): undefined {
    const fix = "Write info: with a title and a version, which are texts.";
    if (info === undefined) return this.refuse("", "The member info is missing.", fix);
    if (!isObject(info)) return this.refuse("/info", notObject("The member info", info), fix);
    for (const name of ["title", "version"]) {
      const value = info[name];
      if (typeof value !== "string")
        this.refuse(value === undefined ? "/info" : child("/info", name), notText(name, value), fix);
    }
    const { description = "" } = info;
    if (typeof description !== "string") this.refuse("/info/description", notText("description", description), fix);
  }

  /** What is done twice was meant once: the second one adds the items of a list again. */
  private checkTwins(actions: readonly Json[]): void {
    const seen = new Map<string, number>();
    for (const [index, action] of actions.entries()) {
      const text = JSON.stringify(action);
      const twin = seen.get(text);
      if (twin !== undefined)
        this.refuse(
          child("/actions", index),
          `The action is that of /actions/${twin} again.`,
          "Take one of them away.",
        );
      else seen.set(text, index);
    }
  }

  private readAction(action: Json, pointer: string): Action | undefined {
    if (!isObject(action)) return this.refuse(pointer, notObject("An action", action), "Write target, and update.");
    if (!this.checkWords(action, pointer, actionWords)) return undefined;
    const { target, description = "" } = action;
    if (typeof description !== "string")
      this.refuse(child(pointer, "description"), notText("description", description), "Write a text.");
    if (typeof target !== "string")
      return this.refuse(child(pointer, "target"), notText("target", target), "Write a JSONPath, such as $.info.");
    const query = this.readPath(target, child(pointer, "target"));
    const change = this.readChange(action, pointer);
    return query && change && { pointer, target, query, change };
  }

  private readChange(action: JsonObject, pointer: string): Change | undefined {
    const { remove, update, copy } = action;
    if (remove !== undefined && typeof remove !== "boolean")
      return this.refuse(child(pointer, "remove"), "The member remove is true or false.", "Write true without quotes.");
    if (remove === true) return { kind: "remove" };
    if (update !== undefined && copy !== undefined)
      return this.refuse(pointer, "An action has both update and copy, of which neither counts.", "Make two of it.");
    if (update !== undefined) return { kind: "update", value: update, asItem: this.version === "1.0" };
    if (copy !== undefined) return this.readCopy(copy, child(pointer, "copy"));
    // The specification allows it, and its author has forgotten something.
    const fix = "Give it update, remove: true, or copy.";
    this.report("overlay-no-match", this.source, pointer, "The action neither updates, removes nor copies.", fix);
    return undefined;
  }

  private readCopy(copy: Json, pointer: string): Change | undefined {
    if (this.version === "1.0")
      return this.refuse(pointer, "The member copy is of Overlay 1.1, and this is 1.0.", "Write overlay: 1.1.0.");
    if (typeof copy !== "string") return this.refuse(pointer, notText("copy", copy), "Write a JSONPath of one node.");
    const query = this.readPath(copy, pointer);
    return query && { kind: "copy", from: copy, query };
  }

  private readPath(text: string, pointer: string): Action["query"] | undefined {
    const query = readQuery(text);
    if ("select" in query) return query;
    this.failed = true;
    const message = `${JSON.stringify(text)} is no JSONPath: ${query.problem}.`;
    this.report("overlay-path", this.source, pointer, message, "Write it as RFC 9535 has it: $.paths['/users'].get");
    return undefined;
  }

  /** A misspelt word would be an action that silently does nothing. */
  private checkWords(object: JsonObject, pointer: string, words: readonly string[]): boolean {
    const unknown = Object.keys(object).filter((key) => !words.includes(key) && !key.startsWith("x-"));
    for (const key of unknown) {
      const meant = nearest(key, words);
      const fix = meant === undefined || member(object, meant) !== undefined ? "Take it away." : `Write ${meant}.`;
      this.refuse(child(pointer, key), `Overlays have no member ${JSON.stringify(key)} here.`, fix);
    }
    return unknown.length === 0;
  }

  private refuse(pointer: string, message: string, fix: string): undefined {
    this.failed = true;
    this.report("overlay-invalid", this.source, pointer, message, fix);
  }
}

function notObject(what: string, value: Json): string {
  return `${what} is an object, but this is ${wordsForValue(value)}.`;
}

function notText(name: string, value: Json | undefined): string {
  return value === undefined
    ? `The member ${name} is missing.`
    : `The member ${name} is a text, not ${wordsForValue(value)}.`;
}

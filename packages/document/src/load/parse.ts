import { EVENT_ID, type Event } from "js-yaml";
import { diagnosticKinds } from "../diagnostics/registry.js";
import { compose } from "./compose.js";
import { EventPlaces } from "./event-places.js";
import { readEvents } from "./events.js";
import { readJson } from "./json/read.js";
import type { Problem } from "./problem.js";
import type { Source } from "./source.js";
import { WrittenSource } from "./written-source.js";

/** What a text holds: a source, unless an error among the problems makes it none. */
export interface Parsed {
  readonly source: Source | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads YAML 1.2, of which JSON is a part.
 *
 * @param file - the name of the file in messages
 * @param path - its absolute path
 */
export function parse(file: string, path: string, text: string): Parsed {
  const read = readJson(text);
  if (read !== undefined) return { source: new WrittenSource(file, path, text, read.json, read.places), problems: [] };
  return parseYaml(file, path, text);
}

function parseYaml(file: string, path: string, text: string): Parsed {
  const { events, problems: found } = readEvents(text);
  if (events === undefined) return { source: undefined, problems: found };
  const structural = checkDocuments(events);
  if (structural !== undefined) return { source: undefined, problems: [...found, structural] };
  const composed = compose(text, events);
  const problems = found.concat(composed.problems);
  if (problems.some(isError)) return { source: undefined, problems };
  const places = new EventPlaces(text, events, composed.openedBy);
  return { source: new WrittenSource(file, path, text, composed.json, places), problems };
}

function isError({ code }: Problem): boolean {
  return diagnosticKinds[code][0] === "error";
}

function checkDocuments(events: readonly Event[]): Problem | undefined {
  const documents = events.filter((event) => event.type === EVENT_ID.DOCUMENT).length;
  if (documents === 0 || isEmptyDocument(events)) {
    const fix = "Write an OpenAPI document into it, or name another file.";
    return { code: "file-empty", offset: 0, message: "The file holds nothing but space and comments.", fix };
  }
  if (documents === 1) return undefined;
  const fix = "Put each document into a file of its own.";
  return { code: "yaml-several-documents", offset: 0, message: `The file holds ${documents} YAML documents.`, fix };
}

function isEmptyDocument(events: readonly Event[]): boolean {
  const content = events[1];
  return content?.type === EVENT_ID.SCALAR && content.valueStart < 0;
}

import { EVENT_ID, type Event, parseEvents, YAMLException } from "js-yaml";
import { maxDepth } from "./anchors.js";
import { compose } from "./compose.js";
import type { Problem } from "./problem.js";
import { Source } from "./source.js";

/** What a text holds: a source, unless problems make it none. */
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
  const events = readEvents(text);
  if ("code" in events) return { source: undefined, problems: [events] };
  const structural = checkDocuments(events);
  if (structural !== undefined) return { source: undefined, problems: [structural] };
  const { json, openedBy, problems } = compose(text, events, 1);
  return { source: problems.length > 0 ? undefined : new Source(file, path, text, json, events, openedBy), problems };
}

function readEvents(text: string): Event[] | Problem {
  try {
    // The parser counts the document as a level.
    return parseEvents(text, { maxDepth: maxDepth + 1 });
  } catch (error) {
    if (error instanceof YAMLException) return syntaxProblem(error);
    throw error;
  }
}

function syntaxProblem({ reason, mark }: YAMLException): Problem {
  const offset = mark?.position ?? 0;
  if (reason.includes("maxDepth")) {
    const message = `Objects and arrays are nested deeper than ${maxDepth} levels.`;
    return {
      code: "document-too-deep",
      offset,
      message,
      fix: "Move inner schemas to components and refer to them by $ref.",
    };
  }
  const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return {
    code: "yaml-syntax",
    offset,
    message: sentence,
    fix: "Mend the text at this place; the mistake may be a line above.",
  };
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

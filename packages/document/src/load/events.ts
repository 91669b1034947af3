import { type Event, parseEvents, YAMLException } from "js-yaml";
import { maxDepth } from "./anchors.js";
import { deficientIndentation, parseLeniently } from "./lenient-events.js";
import type { Problem } from "./problem.js";

/** What a YAML parser makes of a text. */
export interface ReadEvents {
  /** Undefined where the text is no YAML. */
  readonly events: readonly Event[] | undefined;
  readonly problems: readonly Problem[];
}

/** The parser counts the document as a level. */
const options = { maxDepth: maxDepth + 1 };

export function readEvents(text: string): ReadEvents {
  const strict = attempt(() => parseEvents(text, options));
  if (!(strict instanceof YAMLException)) return { events: strict, problems: [] };
  if (strict.reason !== deficientIndentation) return { events: undefined, problems: [syntaxProblem(strict)] };
  const tolerated = new Set<number>();
  const lenient = attempt(() => parseLeniently(text, options, tolerated));
  if (!(lenient instanceof YAMLException))
    return { events: lenient, problems: [indentationProblem(tolerated, readOn)] };
  return { events: undefined, problems: [indentationProblem(tolerated, unclosed), syntaxProblem(lenient)] };
}

function attempt(parse: () => Event[]): Event[] | YAMLException {
  try {
    return parse();
  } catch (error) {
    if (error instanceof YAMLException) return error;
    throw error;
  }
}

const readOn = "it is read all the same";
/** Such a line is often the first one after a quote or a bracket that nobody closed. */
const unclosed = "they may lack their end above it";

function indentationProblem(offsets: ReadonlySet<number>, consequence: string): Problem {
  const [first = 0] = offsets;
  const more = offsets.size > 1 ? ` There are ${offsets.size} such lines.` : "";
  return {
    code: "yaml-indentation",
    offset: first,
    message: `The line stands inside brackets or quotes and is indented too little; ${consequence}.${more}`,
    fix: "Indent it by spaces, further than the key that the brackets or quotes belong to.",
  };
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

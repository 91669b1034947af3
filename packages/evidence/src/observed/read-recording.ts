import { lineOfFirstFault } from "../json/first-fault.js";
import { type Recording, RecordingError } from "./exchange.js";
import { member } from "./json-member.js";
import { readPostman } from "./postman/read-postman.js";
import { readHar } from "./read-har.js";

/**
 * Reads a recording: HAR 1.2, or a Postman collection. Throws a RecordingError that quotes nothing of the text.
 */
export function readRecording(text: string): Recording {
  const json = parse(text);
  if (member(json, "log") !== undefined) return readHar(json);
  const isCollection = ["item", "collection", "requests"].some((key) => member(json, key) !== undefined);
  if (isCollection) return readPostman(json);
  throw new RecordingError("it is neither a HAR recording nor a Postman collection");
}

/** What the parser says of a text quotes it, and the text has secrets: nothing of that is taken. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordingError("it is not JSON", lineOfFirstFault(text));
  }
}

import type { JsonObject, Response } from "@facsimile/document";
import { examplesAt } from "@facsimile/samples";
import type { ExpectedAnswer } from "./case.js";

/** Which content of a response is asked for: its first one and that one's first example, unless it is said. */
export interface Wanted {
  readonly mediaType?: string | undefined;
  readonly example?: string | undefined;
}

/** A response of the document with a concrete status, and the example that a mock server sends with it. */
export function expectedAnswer(
  document: JsonObject,
  status: number,
  response: Response | undefined,
  wanted: Wanted = {},
): ExpectedAnswer {
  const content = response?.content.find(({ name }) => wanted.mediaType === undefined || name === wanted.mediaType);
  const examples = content === undefined ? [] : examplesAt(document, content.pointer);
  const example = examples.find(({ name }) => wanted.example === undefined || name === wanted.example);
  return { status, response, example: example === undefined ? undefined : { value: example.value } };
}

import type { MediaType, Response } from "@facsimile/document";
import { streamSamples } from "@facsimile/samples";
import { readBody } from "../wire/read-body.js";
import type { ExpectedAnswer } from "./case.js";
import { hasJsonValue, judgedExamples, valueFor } from "./fitting-examples.js";
import type { ValueContext } from "./value-context.js";

/** Which content of a response is asked for: its first one and that one's first example that fits, unless it is said. */
export interface Wanted {
  readonly mediaType?: string | undefined;
  readonly example?: string | undefined;
}

/** A response of the document with a concrete status, and the example that a mock server sends with it: the document's own, or a made one. */
export function expectedAnswer(
  context: ValueContext,
  status: number,
  response: Response | undefined,
  wanted: Wanted = {},
): ExpectedAnswer {
  const content = response?.content.find(({ name }) => wanted.mediaType === undefined || name === wanted.mediaType);
  if (content === undefined) return { status, response, example: undefined };
  if (content.stream !== undefined) {
    const samples = streamSamples(context.document, context.validator, content, content.stream);
    const sample = samples.find(({ name }) => wanted.example === undefined || name === wanted.example);
    return { status, response, example: sample && { value: readBody(sample.text) } };
  }
  const { fitting, faulty } = judgedExamples(context, placeOf(content));
  const isWanted = ({ name }: { readonly name: string | undefined }): boolean =>
    wanted.example === undefined || name === wanted.example;
  const example = fitting.find(isWanted);
  if (example !== undefined) return { status, response, example: { value: example.value } };
  const untold = wanted.example !== undefined && faulty.some(isWanted);
  if (untold)
    return {
      status,
      response,
      example: undefined,
      untold: { reason: `The example ${wanted.example} does not fit its schema.`, pointer: content.pointer },
    };
  return { status, response, ...madeAnswer(context, content) };
}

function madeAnswer(context: ValueContext, content: MediaType): Pick<ExpectedAnswer, "example" | "untold"> {
  if (!hasJsonValue(content.name)) return { example: undefined };
  const made = valueFor(context, placeOf(content), "maximal");
  if (made.kind === "made") return { example: { value: made.value } };
  const reason = `The document gives no example of the answer that fits, and ${made.reason}.`;
  return { example: undefined, untold: { reason, pointer: content.pointer } };
}

/** Where the examples of an answer stand. Of a stream, the schema says what an item is. */
export function placeOf({ pointer, schema, name, stream }: MediaType): Parameters<typeof judgedExamples>[1] {
  return { pointer, schema: stream === undefined ? schema : undefined, direction: "response", mediaType: name };
}

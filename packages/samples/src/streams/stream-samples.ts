import type { JsonObject, MediaType, Stream } from "@facsimile/document";
import type { Validator } from "../schema/validator.js";
import { examplesAt } from "../values/examples.js";
import { makeValue } from "../values/make.js";
import { type SampleItem, writeExample, writeItems } from "./write-stream.js";

/** What an answer that comes item by item may be, as the text that travels. */
export interface StreamSample {
  /** The key in `examples`; undefined for what has no name. */
  readonly name: string | undefined;
  readonly text: string;
}

/** The examples of a stream, as they travel; without any, one with an item of each kind that is made from the schemas. */
export function streamSamples(
  document: JsonObject,
  validator: Validator,
  { pointer }: MediaType,
  stream: Stream,
): readonly StreamSample[] {
  const examples = examplesAt(document, pointer);
  if (examples.length > 0) return examples.map(({ name, value }) => ({ name, text: writeExample(stream, value) }));
  return [{ name: undefined, text: writeItems(stream, madeItems(document, validator, stream)) }];
}

function madeItems(document: JsonObject, validator: Validator, { items }: Stream): readonly SampleItem[] {
  return items.map(({ events, content, schema }) => {
    const event = events[0];
    // What is put together from several schemas stands nowhere, and any value does for it.
    const own = schema?.pointer === "" ? undefined : schema;
    if (content === "text" && own === undefined) return { event, data: "text" };
    const made = makeValue(document, validator, own, { direction: "response", size: "maximal" });
    return { event, data: made.kind === "made" ? made.value : {} };
  });
}

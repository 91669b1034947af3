import { type Api, buildModel, isJson, type JsonObject, type MediaType, type Stream } from "@facsimile/document";
import { createValidator, examplesAt, makeValue, streamSamples } from "@facsimile/samples";
import { asDocument } from "../server/as-document.js";
import type { PartPlace } from "./part-of.js";
import type { PrismOperation } from "./prism-operation.js";

/** What a made answer is called where examples have names. */
const madeName = "made";

/**
 * Gives each JSON answer without an example one that is made from its schema, the same each time: what Prism makes up by itself is `string`, 0, or
 * the least whole number that JavaScript knows.
 *
 * @param part - of the document, with the operation
 */
export function makeAnswers(operation: PrismOperation, part: JsonObject, place: PartPlace): void {
  const document = asDocument(part);
  const { api } = buildModel(document);
  if (api === undefined) return;
  const empty = emptyAnswers(api, part, place);
  const streams = streamedAnswers(api, place);
  if (empty.length + streams.length === 0) return;
  const validator = createValidator(document, api);
  for (const { status, mediaType, stream } of streams) {
    const content = contentOf(operation, status, mediaType);
    if (content === undefined) continue;
    content.examples = streamSamples(part, validator, mediaType, stream).map(
      ({ name: key = madeName, text: value }) => {
        return { id: `${status} ${mediaType.name} ${key}`, key, value };
      },
    );
    // It is of an item, and Prism would hold the text of all against it.
    delete content.schema;
  }
  for (const { status, mediaType } of empty) {
    const made = makeValue(part, validator, mediaType.schema, { direction: "response", size: "maximal" });
    const content = contentOf(operation, status, mediaType);
    if (made.kind === "made" && content !== undefined)
      content.examples = [{ id: `${status} ${mediaType.name}`, key: madeName, value: made.value }];
  }
}

function contentOf(operation: PrismOperation, status: string, { name }: MediaType): PrismContent | undefined {
  const response = operation.responses.find(({ code }) => code.toLowerCase() === status.toLowerCase());
  return response?.contents?.find((one) => one.mediaType === name);
}

type PrismContent = NonNullable<PrismOperation["responses"][number]["contents"]>[number];

/** Answers that come item by item. */
function streamedAnswers(api: Api, { path, method }: PartPlace): readonly StreamedAnswer[] {
  const operation = api.operations.find((one) => one.pathKey === path && one.method === method);
  return (operation?.responses ?? []).flatMap(({ status, content }) =>
    content.flatMap((mediaType) =>
      mediaType.stream === undefined ? [] : { status, mediaType, stream: mediaType.stream },
    ),
  );
}

interface StreamedAnswer extends EmptyAnswer {
  readonly stream: Stream;
}

/** Answers of JSON with a schema and without an example. */
function emptyAnswers(api: Api, part: JsonObject, { path, method }: PartPlace): readonly EmptyAnswer[] {
  const operation = api.operations.find((one) => one.pathKey === path && one.method === method);
  return (operation?.responses ?? []).flatMap(({ status, content }) =>
    content
      .filter(
        ({ name, pointer, schema, stream }) =>
          isJson(name) && schema && !stream && examplesAt(part, pointer).length === 0,
      )
      .map((mediaType) => ({ status, mediaType })),
  );
}

interface EmptyAnswer {
  readonly status: string;
  readonly mediaType: MediaType;
}

import { type Api, buildModel, type Document, type JsonObject, type MediaType } from "@facsimile/document";
import { createValidator, examplesAt, makeValue } from "@facsimile/samples";
import { isJson } from "../wire/media-type.js";
import type { PrismOperation } from "./operations.js";
import type { PartPlace } from "./part-of.js";

/** What a made answer is called where examples have names. */
const madeName = "made";

/**
 * Gives each JSON answer without an example one that is made from its schema, the same each time: what Prism makes up by itself is `string`, 0, or
 * the least whole number that JavaScript knows.
 *
 * @param part - of the document, with the operation
 */
export function makeAnswers(operation: PrismOperation, part: JsonObject, place: PartPlace): void {
  const document: Document = {
    file: "",
    dialect: String(part.openapi).startsWith("3.0") ? "3.0" : "3.1",
    json: part,
    omissions: [],
    locate: (pointer) => ({ file: "", pointer, line: 1, column: 1 }),
  };
  const { api } = buildModel(document);
  const empty = api === undefined ? [] : emptyAnswers(api, part, place);
  if (api === undefined || empty.length === 0) return;
  const validator = createValidator(document, api);
  for (const { status, mediaType } of empty) {
    const made = makeValue(part, validator, mediaType.schema, { direction: "response", size: "maximal" });
    const content = operation.responses
      .find(({ code }) => code.toLowerCase() === status.toLowerCase())
      ?.contents?.find((one) => one.mediaType === mediaType.name);
    if (made.kind === "made" && content !== undefined)
      content.examples = [{ id: `${status} ${mediaType.name}`, key: madeName, value: made.value }];
  }
}

/** Answers of JSON with a schema and without an example. */
function emptyAnswers(api: Api, part: JsonObject, { path, method }: PartPlace): readonly EmptyAnswer[] {
  const operation = api.operations.find((one) => one.path === path && one.method === method);
  return (operation?.responses ?? []).flatMap(({ status, content }) =>
    content
      .filter(({ name, pointer, schema }) => isJson(name) && schema && examplesAt(part, pointer).length === 0)
      .map((mediaType) => ({ status, mediaType })),
  );
}

interface EmptyAnswer {
  readonly status: string;
  readonly mediaType: MediaType;
}

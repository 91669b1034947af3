import type { Json } from "../document.js";
import { essence, isJson } from "../media-type.js";
import { child } from "../pointer.js";
import { content, convertLaterContent } from "./body-parts.js";
import type { Conversion } from "./conversion.js";
import type { Draft } from "./draft.js";
import { json, type MediaTypeName } from "./media-types.js";
import { isObjectNode, memberOf, membersOf, type Node, textOf } from "./node.js";
import { collectionFormatOf, isValueWord, joinedText, valueSchema } from "./value.js";

/**
 * @param found - what the response is, or what it refers to
 * @param to - its pointer in what the document becomes
 */
export function convertResponse(
  conversion: Conversion,
  found: Node,
  produces: readonly MediaTypeName[] | undefined,
  to: string,
): Json {
  if (!isObjectNode(found)) return found.value;
  const draft = conversion.draft().copy(found, (key) => !["schema", "examples", "headers"].includes(key));
  const headers = memberOf(found, "headers");
  if (headers !== undefined) draft.set("headers", convertHeaders(conversion, headers), headers.at);
  const body = convertContent(conversion, found, produces, to);
  const later = memberOf(found, "content");
  if (body !== undefined) draft.set("content", body.value, body.at);
  else if (later !== undefined) draft.set("content", convertLaterContent(conversion, later), later.at);
  else reportLostExamples(conversion, memberOf(found, "examples"));
  return draft.json;
}

/** Without a schema there is no body (Swagger 2.0, Response Object). */
function convertContent(
  conversion: Conversion,
  response: Node,
  produces: readonly MediaTypeName[] | undefined,
  to: string,
): Node | undefined {
  const schema = memberOf(response, "schema");
  if (schema === undefined) return undefined;
  const converted = conversion.schema(schema);
  const types = answerTypes(conversion, schema, produces, memberOf(response, "examples"));
  const first = types[0]?.name ?? json;
  if (schema.at.source === conversion.root)
    conversion.moves.add(schema.at.pointer, `${child(`${to}/content`, first)}/schema`);
  const examples = new Map(membersOf(memberOf(response, "examples")).map(([key, node]) => [essence(key), node]));
  const made = content(conversion, types, (media, name) => {
    media.set("schema", converted, schema.at);
    setExample(media, examples, name);
  });
  for (const [name, { at }] of examples) reportUnused(conversion, name, at, types);
  return { value: made, at: schema.at };
}

function setExample(media: Draft, examples: ReadonlyMap<string, Node>, name: string): void {
  const example = examples.get(essence(name));
  if (example !== undefined) media.set("example", example.value, example.at);
}

function answerTypes(
  conversion: Conversion,
  schema: Node,
  produces: readonly MediaTypeName[] | undefined,
  examples: Node | undefined,
): readonly MediaTypeName[] {
  if (textOf(schema, "type") === "file") return fileTypes(conversion, schema, produces ?? []);
  if (produces !== undefined && produces.length > 0) return produces;
  const shown = membersOf(examples).filter(([name]) => /^[\w.+-]+\/[\w.+-]+(?:\s*;.*)?$/.test(name));
  if (shown.length > 0) return shown.map(([name, { at }]) => ({ name, at }));
  const message = `Nothing says which media type an answer has; it is read as ${json}`;
  const fix = `Write produces: [${json}] into the document or the operation.`;
  conversion.findings.reportOnce("swagger-media-type", schema.at, message, fix);
  return [{ name: json, at: schema.at }];
}

/** The bytes of a file are no JSON text, whatever the document says of the answers of all operations. */
function fileTypes(conversion: Conversion, schema: Node, produces: readonly MediaTypeName[]): readonly MediaTypeName[] {
  const others = produces.filter(({ name }) => !isJson(name));
  const wrong = produces.find(({ name }) => isJson(name));
  if (wrong !== undefined) {
    const message = `An answer is a file, and is said to be ${wrong.name}; it is read as bytes of any media type`;
    const fix = "Write the media types of the file as produces into the operation.";
    conversion.findings.reportOnce("swagger-media-type", schema.at, message, fix);
  }
  return others.length > 0 && wrong === undefined ? others : [...others, { name: "*/*", at: schema.at }];
}

function reportUnused(conversion: Conversion, name: string, at: Node["at"], types: readonly MediaTypeName[]): void {
  if (types.some((type) => essence(type.name) === name)) return;
  const message = "An answer has an example for something that it does not produce; the example is not used";
  const fix = "Write the media type into produces, or the example under one that is there.";
  conversion.findings.reportOnce("swagger-media-type", at, message, fix);
}

function reportLostExamples(conversion: Conversion, examples: Node | undefined): void {
  if (membersOf(examples).length === 0 || examples === undefined) return;
  const message = "An answer has an example and no schema, which means that it has no body; the example is not used";
  conversion.findings.reportOnce("swagger-media-type", examples.at, message, "Describe the body by a schema.");
}

function convertHeaders(conversion: Conversion, headers: Node): Json {
  if (!isObjectNode(headers)) return headers.value;
  const draft = conversion.draft();
  for (const [name, header] of membersOf(headers)) draft.set(name, convertHeader(conversion, header), header.at);
  return draft.json;
}

function convertHeader(conversion: Conversion, header: Node): Json {
  if (!isObjectNode(header)) return header.value;
  const draft = conversion
    .draft()
    .copy(header, (key) => !isValueWord(key) && !["collectionFormat", "schema"].includes(key));
  const format = collectionFormatOf(conversion, header);
  const schema =
    format !== undefined && format !== "csv"
      ? joinedText(conversion, header, format, "a header")
      : (conversion.statedSchema(header) ?? valueSchema(conversion, header));
  const example = memberOf(header, "x-example");
  if (schema !== undefined) draft.set("schema", schema, header.at);
  if (example !== undefined) draft.set("example", example.value, example.at);
  return draft.json;
}

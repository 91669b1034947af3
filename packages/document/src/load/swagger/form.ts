import type { Json } from "../document.js";
import { essence } from "../media-type.js";
import { isObject } from "../object.js";
import { collectionFormatMark } from "../openapi.js";
import { bodySchema, content, isRequired, objectOf } from "./body-parts.js";
import type { Conversion } from "./conversion.js";
import type { Draft } from "./draft.js";
import { isForm, type MediaTypeName, multipart, urlencoded } from "./media-types.js";
import { inside, memberOf, membersOf, type Node, textOf } from "./node.js";
import { styleOf } from "./parameter.js";
import { collectionFormatOf, isValueWord, joinedText, valueSchema } from "./value.js";

export interface FormParameters {
  /** At least one, each with a name. */
  readonly forms: readonly Node[];
  /** Bodies that stand beside them, as parts. */
  readonly bodies: readonly Node[];
  readonly consumes: readonly MediaTypeName[] | undefined;
}

/** The request body that parameters in a form are. */
export function convertForm(conversion: Conversion, { forms, bodies, consumes }: FormParameters): Node {
  const parameters = withoutDuplicates(conversion, forms);
  const at = (parameters[0] as Node).at;
  const properties = conversion.draft();
  const encoding = conversion.draft();
  for (const parameter of parameters) addParameter(conversion, parameter, properties, encoding);
  for (const body of bodies) addBody(conversion, body, properties);
  const schema = objectOf(conversion, properties, [...parameters, ...bodies], at);
  const types = formTypes(conversion, consumes, at, bodies.length > 0 || parameters.some(isFile));
  const draft = conversion.draft();
  if ([...parameters, ...bodies].some(isRequired)) draft.set("required", true, at);
  const made = content(conversion, types, (media) => {
    media.set("schema", schema, at);
    if (!encoding.isEmpty) media.set("encoding", encoding.json, at);
  });
  return { value: draft.set("content", made, at).json, at };
}

function withoutDuplicates(conversion: Conversion, forms: readonly Node[]): readonly Node[] {
  const named = new Map<string, Node>();
  for (const form of forms) {
    const name = textOf(form, "name") ?? "";
    if (!named.has(name)) named.set(name, form);
    else {
      const message = `The formData parameter "${name}" stands twice in the same list; the first one counts.`;
      const fix = "Remove one of the two, or give it the name that was meant.";
      conversion.findings.report("parameter-duplicate", form.at, message, fix);
    }
  }
  return [...named.values()];
}

function addParameter(conversion: Conversion, parameter: Node, properties: Draft, encoding: Draft): void {
  const name = textOf(parameter, "name") ?? "";
  const format = isFileList(parameter) ? "multi" : collectionFormatOf(conversion, parameter);
  const style = format === undefined ? undefined : styleOf(format, "formData");
  const at = (memberOf(parameter, "collectionFormat") ?? parameter).at;
  const isJoined = format !== undefined && style === undefined;
  const value = isJoined
    ? joinedText(conversion, parameter, format, "a form")
    : (conversion.statedSchema(parameter) ?? valueSchema(conversion, parameter) ?? {});
  properties.set(name, describe(conversion, parameter, value), parameter.at);
  if (style !== undefined && Object.keys(style).length > 0) {
    const draft = conversion.draft();
    // OpenAPI 3.0 has no styles for the parts of a multipart body: the format says that they count there, too.
    const words = { style: "form", ...style, [collectionFormatMark]: format ?? "" };
    for (const [key, word] of Object.entries(words)) draft.set(key, word, at);
    encoding.set(name, draft.json, at);
  }
}

/** What is said of a parameter beside its value is said of the property. */
function describe(conversion: Conversion, parameter: Node, schema: Json): Json {
  if (!isObject(schema)) return schema;
  const draft = conversion.draft();
  for (const [key, value] of Object.entries(schema)) draft.set(key, value, inside(parameter.at, key));
  for (const [key, { value, at }] of membersOf(parameter)) {
    const isWord = key === "description" || key === "example" || (key.startsWith("x-") && !isValueWord(key));
    if (isWord) draft.set(key === "x-example" ? "example" : key, value, at);
  }
  return draft.json;
}

function addBody(conversion: Conversion, body: Node, properties: Draft): void {
  const schema = bodySchema(conversion, body);
  properties.set(textOf(body, "name") ?? "body", schema?.value ?? {}, schema?.at ?? body.at);
}

/** Bytes cannot be in a urlencoded form, nor can the objects that bodies are. */
function formTypes(
  conversion: Conversion,
  consumes: readonly MediaTypeName[] | undefined,
  at: Node["at"],
  hasParts: boolean,
): readonly MediaTypeName[] {
  const usable = (consumes ?? []).filter((type) => isForm(type) && !(hasParts && essence(type.name) === urlencoded));
  const other = consumes?.find((type) => !isForm(type));
  const instead = usable.length > 0 ? usable : [{ name: hasParts ? multipart : urlencoded, at }];
  if (other !== undefined) reportOther(conversion, other, instead);
  else if (usable.length === 0 && consumes !== undefined && consumes.length > 0) {
    const message = `A file is in a form that is sent as ${urlencoded}; it is read as ${multipart}`;
    conversion.findings.reportOnce("swagger-media-type", at, message, `Write consumes: [${multipart}].`);
  }
  return instead;
}

function reportOther(conversion: Conversion, other: MediaTypeName, instead: readonly MediaTypeName[]): void {
  const message = `Parameters in formData are not sent as ${other.name}; the form is ${instead.map(({ name }) => name).join(" or ")}`;
  const fix = `Write consumes: [${instead[0]?.name}] into the operation, and describe what else it takes by a body parameter.`;
  conversion.findings.reportOnce("swagger-media-type", other.at, message, fix);
}

function isFile(parameter: Node): boolean {
  return textOf(parameter, "type") === "file" || isFileList(parameter);
}

function isFileList(parameter: Node): boolean {
  const items = memberOf(parameter, "items");
  return textOf(items, "type") === "file" || textOf(items, "format") === "binary";
}

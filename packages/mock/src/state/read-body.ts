import { essence, isJson, isObject, type Json, type JsonObject, type SchemaUse, schemasOf } from "@facsimile/document";
import { flatten } from "@facsimile/samples";
import { headerOf, type RawRequest } from "../wire/exchange.js";
import { isForm, isMultipart } from "../wire/media-type.js";
import { parseJson } from "../wire/parse-json.js";

/** What a body says as JSON: JSON as it is, a form property by property. Undefined where it is none of these. */
export async function readBody(
  { headers, body }: RawRequest,
  document: JsonObject,
  use: SchemaUse,
): Promise<Json | undefined> {
  const type = headerOf(headers, "content-type") ?? "";
  if (isJson(essence(type))) return body.length === 0 ? undefined : parsed(body.toString("utf8"));
  if (!isForm(type) && !isMultipart(type)) return undefined;
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => undefined);
  return form === undefined ? undefined : fromForm(form, document, use);
}

/** What is behind has refused what it reads and is no JSON. */
function parsed(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** Files are left out. What is given several times is a list, and `metadata[color]` an object. */
function fromForm(form: FormData, document: JsonObject, use: SchemaUse): JsonObject {
  const found = new Map<string, Json>();
  for (const name of new Set(form.keys())) {
    const [outer = name, inner] = /^([^[\]]+)\[([^[\]]+)\]$/.exec(name)?.slice(1) ?? [name];
    const schema = use.length === 0 ? undefined : flatten(document, use).properties.get(outer);
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const values = texts.map((text) => (inner === undefined ? typed(text, document, schema) : text));
    const [first] = values;
    if (first === undefined) continue;
    const isList = values.length > 1 || typesOf(document, schema).includes("array");
    const value = isList ? values : first;
    const before = found.get(outer);
    found.set(outer, inner === undefined ? value : { ...(isObject(before) ? before : {}), [inner]: value });
  }
  return Object.fromEntries(found);
}

function typesOf(document: JsonObject, use: SchemaUse | undefined): readonly string[] {
  return (use === undefined ? undefined : schemasOf(document).typesOf(use)) ?? [];
}

function typed(text: string, document: JsonObject, use: SchemaUse | undefined): Json {
  const types = typesOf(document, use);
  if (types.includes("string") || text === "") return text;
  if ((types.includes("number") || types.includes("integer")) && Number.isFinite(Number(text))) return Number(text);
  if (types.includes("boolean") && /^(?:true|false)$/.test(text)) return text === "true";
  return types.includes("object") ? (parsed(text) ?? text) : text;
}

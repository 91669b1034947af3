import { essence, isJson, isObject, type MediaType, type Operation, schemasOf } from "@facsimile/document";
import { flatten, isBytes, propertyUse, useOf } from "@facsimile/samples";
import type { Description } from "./description.js";
import type { Use } from "./fitting.js";
import { type MakeOptions, makeOf } from "./make.js";
import { MockError } from "./mock-error.js";

/** The body of a call, and its content type where the operation takes several and another than the first is made. */
export interface MadeBody {
  readonly body?: unknown;
  readonly contentType?: string;
}

/** @param contentType the one that is asked for; JSON, else the first, where none is */
export function makeBody(
  description: Description,
  { id, requestBody }: Operation,
  contentType: unknown,
  options: MakeOptions<unknown>,
): MadeBody {
  const content = requestBody?.content ?? [];
  const asked =
    contentType === undefined
      ? (content.find(({ name }) => isJson(name)) ?? content[0])
      : content.find(({ name }) => name === contentType);
  if (asked === undefined) {
    if (contentType === undefined && options.overrides === undefined) return {};
    const stated = content.map(({ name }) => name).join(" or ") || "no body";
    throw new MockError(`${id} takes ${stated}${contentType === undefined ? "" : `, and not ${String(contentType)}`}`);
  }
  const body = bodyOf(description, asked, `the body of ${id}`, options);
  return { body, ...(asked !== content[0] && { contentType: asked.name }) };
}

function bodyOf(
  description: Description,
  { name, schema }: MediaType,
  where: string,
  options: MakeOptions<unknown>,
): unknown {
  const isForm = /^multipart\//.test(essence(name));
  const isText = isJson(name) || isForm || /^text\/|^application\/x-www-form-urlencoded$/.test(essence(name));
  if (schema === undefined || !isText) return options.overrides ?? (isText ? "" : new Blob(["bytes"]));
  const use = { schema, direction: "request", where } as const;
  return isForm ? formOf(description, use, options) : makeOf(description, use, "maximal", options);
}

/** The schema knows bytes as texts: they are put in when it has taken the rest. */
function formOf(description: Description, use: Use, { overrides, ...options }: MakeOptions<unknown>): unknown {
  const given = Object.entries(isObject(overrides) ? overrides : {});
  const files = given.filter(([, value]) => hasBytes(value));
  const others = Object.fromEntries(given.filter(([, value]) => !hasBytes(value)));
  const form = makeOf(description, use, "maximal", { ...options, overrides: others });
  if (!isObject(form)) return form;
  const members = Object.entries(form).map(([name, value]) => [name, partOf(description, use, name, value)]);
  return { ...Object.fromEntries(members), ...Object.fromEntries(files) };
}

function hasBytes(value: unknown): boolean {
  return [value].flat().some((one) => one instanceof Blob || one instanceof ArrayBuffer || ArrayBuffer.isView(one));
}

function partOf({ document }: Description, { schema }: Use, name: string, value: unknown): unknown {
  const { json } = document;
  const view = flatten(json, propertyUse(flatten(json, useOf(schema)), name));
  if (Array.isArray(value)) return isBytes(schemasOf(json).view(view.items)) ? value.map(blobOf) : value;
  return isBytes(view) ? blobOf(value) : value;
}

function blobOf(text: unknown): Blob {
  return new Blob([String(text)]);
}

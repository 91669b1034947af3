import type { Json } from "../document.js";
import type { Conversion } from "./conversion.js";
import type { Draft } from "./draft.js";
import { inside, itemsOf, memberOf, type Node, textOf } from "./node.js";
import { type CollectionFormat, collectionFormatOf, isValueWord, joinedText, valueSchema } from "./value.js";

/** The parameters of a list: those that OpenAPI 3.0 has as well, and those that are its request body there. */
export interface SplitParameters {
  /** Undefined where there is no list. */
  readonly parameters: Json | undefined;
  readonly bodies: readonly Node[];
  readonly forms: readonly Node[];
}

/** @param to - the pointer of what has the list, in what the document becomes */
export function splitParameters(conversion: Conversion, list: Node | undefined, to: string): SplitParameters {
  if (list === undefined || !Array.isArray(list.value)) return { parameters: list?.value, bodies: [], forms: [] };
  const kept: Node[] = [];
  const bodies: Node[] = [];
  const forms: Node[] = [];
  for (const item of itemsOf(list)) {
    const found = conversion.follow(item);
    const place = found && placeOf(conversion, found);
    if (found !== undefined && place === "body") bodies.push(found);
    else if (found !== undefined && place === "formData" && textOf(found, "name") !== undefined) forms.push(found);
    else {
      if (item.at.source === conversion.root) conversion.moves.add(item.at.pointer, `${to}/parameters/${kept.length}`);
      kept.push({ value: convertListed(conversion, item, found), at: item.at });
    }
  }
  return { parameters: conversion.list(kept), bodies, forms };
}

/** Where a parameter is, in the words of Swagger 2.0. */
export function placeOf(conversion: Conversion, parameter: Node): string | undefined {
  const written = textOf(parameter, "in");
  const place = written?.trim().toLowerCase();
  if (place === "body") return "body";
  if (place !== "formdata" && place !== "form") return written;
  if (written !== "formData") {
    const message = `"${written}" is no place of a parameter; it is read as "formData".`;
    conversion.findings.report("structure-invalid", inside(parameter.at, "in"), message, 'Write "formData".');
  }
  return "formData";
}

/** An item of a list of parameters. References to the document's own parameters stay references. */
function convertListed(conversion: Conversion, item: Node, found: Node | undefined): Json {
  const ref = textOf(item, "$ref");
  if (found !== undefined && (ref === undefined || !isOwn(conversion, found)))
    return convertParameter(conversion, found);
  return ref === undefined ? item.value : conversion.reference(item, ref);
}

function isOwn({ root }: Conversion, { at }: Node): boolean {
  return at.source === root && /^\/parameters\/[^/]+$/.test(at.pointer);
}

/** A parameter in a path, a query or a header. */
export function convertParameter(conversion: Conversion, parameter: Node): Json {
  const draft = conversion.draft().copy(parameter, isCopied);
  setStyle(conversion, draft, parameter);
  const example = memberOf(parameter, "x-example");
  if (example !== undefined && memberOf(parameter, "example") === undefined)
    draft.set("example", example.value, example.at);
  return draft.json;
}

function isCopied(key: string): boolean {
  return !isValueWord(key) && key !== "collectionFormat" && key !== "schema";
}

/** The schema, and how an array is written. */
function setStyle(conversion: Conversion, draft: Draft, parameter: Node): void {
  const stated = conversion.statedSchema(parameter);
  if (stated !== undefined) {
    draft.set("schema", stated, inside(parameter.at, "schema"));
    return;
  }
  const format = collectionFormatOf(conversion, parameter);
  const place = textOf(parameter, "in") ?? "";
  const style = format === undefined ? undefined : styleOf(format, place);
  const at = (memberOf(parameter, "collectionFormat") ?? parameter).at;
  const isJoined = format !== undefined && style === undefined;
  const schema = isJoined
    ? joinedText(conversion, parameter, format, `a ${place}`)
    : valueSchema(conversion, parameter);
  if (schema !== undefined) draft.set("schema", schema, parameter.at);
  for (const [key, value] of Object.entries(style ?? {})) draft.set(key, value, at);
}

/** How a format is said in OpenAPI 3.0; undefined where there is no style for it in a place. What says what is so anyway is left away. */
export function styleOf(format: CollectionFormat, place: string): { readonly [key: string]: Json } | undefined {
  if (format === "multi") return place === "query" || place === "formData" ? {} : undefined;
  if (place === "path" || place === "header") return format === "csv" ? {} : undefined;
  if (format === "tsv") return undefined;
  const style = { csv: "form", ssv: "spaceDelimited", pipes: "pipeDelimited" }[format];
  return format === "csv" ? { explode: false } : { style, explode: false };
}

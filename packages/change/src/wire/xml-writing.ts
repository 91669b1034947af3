import { componentOf, type Direction, isObject, type JsonObject, type SchemaUse } from "@facsimile/document";
import type { Shape } from "../sets/branch.js";
import { sameValue } from "../sets/same-value.js";
import type { Edition } from "./edition.js";

/** A value of a body in XML: its schemas, and the name that it has without `xml`. */
export interface XmlNode {
  readonly use: SchemaUse;
  readonly name: XmlName;
}

/** The name of an element. Up to OpenAPI 3.1 only examples say that a body's own element has that of its component, so two of these are never told apart. */
export interface XmlName {
  readonly text: string | undefined;
  readonly isOfComponent?: true;
}

/** How a value is written (OpenAPI 3.1.1, 4.8.26), with defaults and what means nothing left out. */
export interface XmlWriting {
  /** Undefined for a list without an element of its own. */
  readonly name: XmlName | undefined;
  readonly namespace: JsonObject;
  /** An attribute, a list within an element of its own, or what OpenAPI 3.2 calls by a name; else empty. */
  readonly node: string;
}

export function xmlWritingOf(edition: Edition, { use, name }: XmlNode, direction: Direction): XmlWriting {
  const xml = xmlIn(edition, use, direction);
  const shape = edition.shapes[direction].of(use);
  const node = nodeOf(xml, shape);
  const isBare = shape.has("array") && shape.size === 1 && node === "";
  return { name: isBare ? undefined : nameIn(xml, name), namespace: namespaceIn(xml), node };
}

/** The name that the items of a list have where they do not say another one. */
export function itemName(edition: Edition, { use, name }: XmlNode, direction: Direction): XmlName {
  return nameIn(xmlIn(edition, use, direction), name);
}

/** The name of a body's own element. */
export function rootName([node]: SchemaUse): XmlName {
  const text = isObject(node?.value) ? componentOf(node.value.$ref) : undefined;
  return { text, isOfComponent: true };
}

export function isSameXml(was: XmlWriting, is: XmlWriting): boolean {
  return was.node === is.node && sameValue(was.namespace, is.namespace) && isSameName(was.name, is.name);
}

function isSameName(was: XmlName | undefined, is: XmlName | undefined): boolean {
  return (was?.isOfComponent === true && is?.isOfComponent === true) || was?.text === is?.text;
}

function xmlIn(edition: Edition, use: SchemaUse, direction: Direction): JsonObject {
  const parts = edition.shapes[direction].parts(use);
  const stated = parts.map(({ keywords: { xml } }) => xml).find(isObject);
  return stated ?? {};
}

function nameIn({ name }: JsonObject, otherwise: XmlName): XmlName {
  return typeof name === "string" ? { text: name } : otherwise;
}

/** Beside a namespace a prefix is a spelling (Namespaces in XML 1.0, 4). */
function namespaceIn({ namespace, prefix }: JsonObject): JsonObject {
  if (namespace !== undefined) return { namespace };
  return prefix === undefined ? {} : { prefix };
}

/** Only simple values can be attributes, and only lists wrapped. OpenAPI 3.2 says both by `nodeType`. */
function nodeOf({ attribute, wrapped, nodeType }: JsonObject, shape: Shape): string {
  const isSimple = [...shape.keys()].some((type) => type !== "array" && type !== "object");
  if (typeof nodeType === "string" && nodeType !== "attribute") {
    if (nodeType === "element") return shape.has("array") ? "wrapped" : "";
    return nodeType === "none" && shape.has("array") ? "" : nodeType;
  }
  if (isSimple && (attribute === true || nodeType === "attribute")) return "attribute";
  return shape.has("array") && wrapped === true ? "wrapped" : "";
}

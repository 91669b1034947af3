import { XMLParser } from "fast-xml-parser";
import { Unreadable } from "./wire-body.js";

/** An element as a receiver finds it, with the namespace that its prefix stands for. */
export interface Element {
  readonly name: QualifiedName;
  readonly attributes: readonly (readonly [QualifiedName, string])[];
  readonly elements: readonly Element[];
  readonly text: string;
}

export interface QualifiedName {
  readonly local: string;
  /** The prefix itself where nothing says what it stands for. */
  readonly namespace: string | undefined;
}

/** What the parser makes of an element: its name with its children, and its attributes beside it. Its own types do not say so. */
type Parsed = Readonly<Record<string, readonly Parsed[] | string | Readonly<Record<string, string>>>>;
type Namespaces = ReadonlyMap<string, string>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
});

export function readElement(text: string): Element {
  const [root, ...more] = parser.parse(text) as readonly Parsed[];
  if (root === undefined || more.length > 0) throw new Unreadable(`no element: ${text}`);
  return elementOf(root, new Map());
}

function elementOf(parsed: Parsed, outer: Namespaces): Element {
  const [tag = ""] = Object.keys(parsed).filter((key) => key !== ":@");
  const stated = Object.entries((parsed[":@"] ?? {}) as Readonly<Record<string, string>>);
  const namespaces = new Map([...outer, ...stated.flatMap(([key, value]) => declared(key, value))]);
  const children = parsed[tag] as readonly Parsed[];
  return {
    name: qualified(tag, namespaces, namespaces.get("")),
    attributes: stated
      .filter(([key]) => declared(key, "").length === 0)
      .map(([key, value]) => [qualified(key, namespaces, undefined), value]),
    elements: children.filter((child) => child["#text"] === undefined).map((child) => elementOf(child, namespaces)),
    text: children.map((child) => child["#text"] ?? "").join(""),
  };
}

function declared(key: string, value: string): readonly (readonly [string, string])[] {
  if (key === "xmlns") return [["", value]];
  return key.startsWith("xmlns:") ? [[key.slice("xmlns:".length), value]] : [];
}

/** Attributes without a prefix are in no namespace (Namespaces in XML 1.0, 6.2). */
function qualified(tag: string, namespaces: Namespaces, own: string | undefined): QualifiedName {
  const at = tag.indexOf(":");
  if (at < 0) return { local: tag, namespace: own };
  const prefix = tag.slice(0, at);
  return { local: tag.slice(at + 1), namespace: namespaces.get(prefix) ?? prefix };
}

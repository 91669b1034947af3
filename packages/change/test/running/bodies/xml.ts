import { isObject, type Json, type JsonObject } from "@facsimile/document";
import type { RunningEdition } from "../operations/edition.js";
import { described, type Kind, kindOf } from "./described.js";
import { type Element, type QualifiedName, readElement } from "./elements.js";
import { isAllText, readingsOf } from "./trees.js";
import { type BodyLanguage, type Tree, Unreadable } from "./wire-body.js";

/** Bodies in XML (OpenAPI 3.1.1, 4.8.26; attributes also in the words of 3.2). */
export const xml: BodyLanguage = {
  readings: (_, meant) => readingsOf(meant),
  isWritable: (_, value) => isObject(value) && isAllText(value),
  write: ({ edition, media, type }, value: Json) => ({
    header: type,
    text: written({ edition, schema: media.schema ?? {}, name: undefined }, value),
  }),
  read: ({ edition, media }, { text }, meant: Json) => {
    const root = readElement(text);
    const place = { edition, schema: media.schema ?? {}, name: undefined };
    const { local, namespace } = nameOf(place);
    // An element without a name of its own may have any.
    if ((local !== anyName && root.name.local !== local) || root.name.namespace !== namespace)
      throw new Unreadable(`<${root.name.local}>, not <${local}>`);
    return contentOf(place, root, meant);
  },
};

interface Place {
  readonly edition: RunningEdition;
  readonly schema: Json;
  /** That of the property, or of the list whose items it describes. */
  readonly name: string | undefined;
}

const anyName = "any";

/** Names of components are those of elements, but the editions may call the same schema otherwise. */
function nameOf({ edition, schema, name = anyName }: Place): QualifiedName {
  const { xml: own } = described(edition, schema);
  const { name: stated, namespace, prefix } = own;
  return {
    local: typeof stated === "string" ? stated : name,
    namespace: [namespace, prefix].find((each): each is string => typeof each === "string"),
  };
}

function written(place: Place, value: Json): string {
  const { edition, schema } = place;
  const { xml: own, items, properties } = described(edition, schema);
  if (Array.isArray(value)) {
    const { local } = nameOf(place);
    const all = value.map((item) => written({ edition, schema: items, name: local }, item)).join("");
    return own.wrapped === true ? element(place, own, "", all) : all;
  }
  if (!isObject(value)) return element(place, own, "", String(value));
  const members = Object.entries(value).map(([name, member]) => ({
    place: { edition, schema: properties[name] ?? {}, name },
    member,
  }));
  const [attributes, elements] = [true, false].map((wanted) =>
    members.filter(({ place: below, member }) => isAttribute(below, kindOf(member)) === wanted),
  );
  return element(
    place,
    own,
    (attributes ?? []).map(({ place: below, member }) => attribute(below, String(member))).join(""),
    (elements ?? []).map(({ place: below, member }) => written(below, member)).join(""),
  );
}

function isAttribute({ edition, schema }: Place, kind: Kind): boolean {
  const { attribute, nodeType } = described(edition, schema).xml;
  return kind === "simple" && (attribute === true || nodeType === "attribute");
}

/** A namespace without a prefix gets one, so that what is below does not inherit it. */
function element(place: Place, { namespace, prefix }: JsonObject, attributes: string, content: string): string {
  const { local } = nameOf(place);
  const own = typeof prefix === "string" ? prefix : namespace === undefined ? "" : "n";
  const tag = own === "" ? local : `${own}:${local}`;
  const declaration = namespace === undefined ? "" : ` xmlns:${own}="${String(namespace)}"`;
  return `<${tag}${declaration}${attributes}>${content}</${tag}>`;
}

function attribute(place: Place, text: string): string {
  const { namespace, prefix } = described(place.edition, place.schema).xml;
  const own = typeof prefix === "string" ? prefix : namespace === undefined ? "" : "m";
  const declaration = namespace === undefined ? "" : ` xmlns:${own}="${String(namespace)}"`;
  return `${declaration} ${own === "" ? "" : `${own}:`}${nameOf(place).local}="${text}"`;
}

function contentOf({ edition, schema }: Place, found: Element, meant: Json): Tree {
  const { kind = kindOf(meant), properties } = described(edition, schema);
  if (kind === "simple") return found.text;
  const members = Object.entries(properties).map(([name, property]) => {
    const below = { edition, schema: property, name };
    const value = (isObject(meant) ? meant[name] : undefined) ?? "";
    return [name, memberOf(below, found, value)] as const;
  });
  return Object.fromEntries(members.filter((member): member is [string, Tree] => member[1] !== undefined));
}

function memberOf(place: Place, within: Element, meant: Json): Tree | undefined {
  const { kind = kindOf(meant), xml: own, items } = described(place.edition, place.schema);
  if (isAttribute(place, kind)) return within.attributes.find(([name]) => isSame(name, nameOf(place)))?.[1];
  if (kind !== "list") return single(place, within, meant);
  const wrapper = own.wrapped === true ? within.elements.find(({ name }) => isSame(name, nameOf(place))) : within;
  const below = { edition: place.edition, schema: items, name: nameOf(place).local };
  const found = (wrapper?.elements ?? []).filter(({ name }) => isSame(name, nameOf(below)));
  const [first = ""] = Array.isArray(meant) ? meant : [];
  return found.length === 0 ? undefined : found.map((each) => contentOf(below, each, first));
}

function single(place: Place, within: Element, meant: Json): Tree | undefined {
  const [found, ...more] = within.elements.filter(({ name }) => isSame(name, nameOf(place)));
  if (more.length > 0) throw new Unreadable(`<${nameOf(place).local}> more than once`);
  return found && contentOf(place, found, meant);
}

function isSame(one: QualifiedName, other: QualifiedName): boolean {
  return one.local === other.local && one.namespace === other.namespace;
}

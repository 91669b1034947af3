import type { Heading, ListItem } from "mdast";
import type { Fact } from "../facts/fact.js";
import { lineOf, type Section, splitSections, textOf } from "./markdown.js";
import { type MarkdownPage, pageName } from "./page-source.js";
import type { Problem } from "./problem.js";
import type { Reading } from "./reading.js";

/** True for the README of an SDK, in whose last part the schemes are listed. */
export function isReadmeAuthorization(page: MarkdownPage): boolean {
  return authorizationHeading(page) !== undefined;
}

/** On any other page than a README, a deeper one is that of an operation. */
function authorizationHeading(page: MarkdownPage): Heading | undefined {
  const isReadme = /^readme$/i.test(pageName(page.file));
  return page.tree.children.find(
    (node): node is Heading =>
      node.type === "heading" &&
      (node.depth <= 2 || isReadme) &&
      /^(documentation for )?authorization$/i.test(textOf(node).trim()),
  );
}

/** Reads the schemes of a README: one heading each, and below it a list such as `- **Type**: API key`. */
export function readReadmeAuthorization(page: MarkdownPage, reading: Reading): void {
  const heading = authorizationHeading(page);
  const start = heading === undefined ? -1 : page.tree.children.indexOf(heading);
  const { sections } = splitSections(page.tree.children.slice(start + 1), () => true);
  for (const section of schemesOf(sections, heading?.depth ?? 2)) readScheme(section, reading);
  reading.problems.push(...strayKinds(page, reading.facts));
}

/** The sections below the heading. Some generators give the schemes headings of the same depth: they go on while each names a type. */
function schemesOf(sections: readonly Section[], depth: number): readonly Section[] {
  const end = sections.findIndex((section) => section.heading.depth <= depth && !namesType(section));
  return end === -1 ? sections : sections.slice(0, end);
}

function namesType({ content }: Section): boolean {
  const list = content.find((node) => node.type === "list");
  return list?.type === "list" && /^type:/i.test(textOf(list.children[0]?.children ?? []).trim());
}

/** The kind of a scheme, as a README says it. */
const kindOfScheme = /^\W*\*\*Type\*\*:\s*(?:API key|OAuth|HTTP|Basic|Bearer)/i;

/** Kinds of schemes that belong to no scheme that is read: its heading, or that of all of them, is lost. */
export function strayKinds(page: MarkdownPage, facts: readonly Fact[]): readonly Problem[] {
  const read = new Set(facts.flatMap(({ id, line }) => (/^scheme\/.*\/type$/.test(id) ? [line] : [])));
  return page.text.split("\n").flatMap((text, index) => {
    if (!kindOfScheme.test(text) || read.has(index + 1)) return [];
    const message = "this is the kind of a security scheme, and stands below the heading of none";
    const fix = "Write `## Documentation for Authorization`, and below it a heading with the name of the scheme";
    return [{ file: page.file, line: index + 1, message, fix }];
  });
}

function readScheme(section: Section, reading: Reading): void {
  if (/[#<>*|\\`~]/.test(section.title))
    reading.problem(
      lineOf(section.heading),
      `"${section.title}" is not the name of a scheme`,
      "Write the name alone there",
    );
  const items = section.content.flatMap((node) => (node.type === "list" ? node.children : []));
  let isScope = false; // some generators list the scopes below the word, some after it in the same list
  for (const item of items) {
    const [paragraph, inner] = item.children;
    const [, key = "", value = ""] = /^([^:]+):\s*(.*)$/s.exec(textOf(paragraph ?? item).trim()) ?? [];
    const known = entries[key.toLowerCase()];
    if (known === undefined && isScope) readScope(item, section, reading);
    else if (known === undefined) {
      reading.problem(
        lineOf(item),
        `"${key}" is nothing that is known of a security scheme`,
        "Teach the reader this word",
      );
    } else {
      const facts = known(value.trim());
      if (facts === undefined)
        reading.problem(
          lineOf(item),
          `"${value.trim()}" is no ${key.toLowerCase()} that is known`,
          "Teach the reader this word",
        );
      for (const [fact, said] of facts ?? []) reading.state(["scheme", section.title, fact], lineOf(item), said);
    }
    isScope ||= key.toLowerCase() === "scopes";
    if (isScope && inner?.type === "list") for (const scope of inner.children) readScope(scope, section, reading);
  }
  checkWhole(section, reading);
}

/** What a scheme of a kind cannot be without. */
const needed: Readonly<Record<string, readonly string[]>> = {
  apiKey: ["name", "in"],
  oauth2: ["flow"],
  http: ["scheme"],
};

/** Older Go pages show how a key is given to the SDK, and neither its name nor its place. */
function isOfSample(content: Section["content"]): boolean {
  return content.some((node) => node.type === "code" && /\bAPIKey\{/.test(node.value));
}

function checkWhole({ heading, title, content }: Section, reading: Reading): void {
  const type = reading.value("scheme", title, "type");
  const lacking = ["type", ...(needed[String(type)] ?? [])].filter(
    (fact) => reading.value("scheme", title, fact) === undefined,
  );
  if (lacking.length === 0 || (lacking.join() === "name,in" && isOfSample(content))) return;
  const message = `the scheme "${title}" has no ${lacking.join(" and no ")}`;
  reading.problem(lineOf(heading), message, "Get the whole page: it seems to be cut");
}

function readScope(item: ListItem, section: Section, reading: Reading): void {
  const name = /^(\S+?):?(\s|$)/.exec(textOf(item.children).trim())?.[1];
  if (name !== undefined) reading.state(["scheme", section.title, "scope", name], lineOf(item), "any");
}

/** What the value of an entry states. Undefined where it is none that is known. */
type Entry = (value: string) => readonly (readonly [fact: string, value: string])[] | undefined;

const places: Readonly<Record<string, string>> = { "HTTP header": "header", "URL query string": "query", "": "cookie" };

/** The flow of OAuth 2 under the names that OpenAPI 2 and 3 give it. */
const flows: Readonly<Record<string, string>> = {
  accessCode: "authorizationCode",
  authorizationCode: "authorizationCode",
  application: "clientCredentials",
  clientCredentials: "clientCredentials",
  implicit: "implicit",
  password: "password",
};

const entries: Readonly<Record<string, Entry>> = {
  type: schemeType,
  flow: (value) => known("flow", flows, value),
  "authorization url": (value) => (value === "" ? [] : [["authorization-url", value]]),
  "token url": (value) => (value === "" ? [] : [["token-url", value]]),
  "api key parameter name": (value) => (/[\s\\*`~|<>]/.test(value) ? undefined : [["name", value]]),
  location: (value) => known("in", places, value),
  scopes: () => [],
};

function known(fact: string, words: Readonly<Record<string, string>>, value: string): ReturnType<Entry> {
  const said = Object.hasOwn(words, value) ? words[value] : undefined;
  return said === undefined ? undefined : [[fact, said]];
}

function schemeType(value: string): ReturnType<Entry> {
  if (/^OAuth/i.test(value)) return [["type", "oauth2"]];
  if (/^API key/i.test(value)) return [["type", "apiKey"]];
  const scheme = /\b(basic|bearer)\b/i.exec(value)?.[1];
  if (scheme === undefined) return undefined;
  return [
    ["type", "http"],
    ["scheme", scheme.toLowerCase()],
  ];
}

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildModel, loadDocument } from "@facsimile/document";
import type { Nodes } from "mdast";
import { afterAll, describe, expect, it } from "vitest";
import { emitReference } from "../../src/emit/reference/index.js";
import { hostileDocument } from "./hostile-document.js";
import { hostileTexts } from "./hostile-texts.js";
import { allNodes, dangersOf, headingsOf, readMarkdown } from "./read-markdown.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-hostile-reference-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Texts that mean something to VitePress alone. */
const siteTexts: readonly (readonly [name: string, text: string])[] = [
  ["template", "{{ constructor.constructor('alert(1)')() }} {{{ x }}}"],
  ["attributes", "x {onclick=alert(1) .hidden #app}"],
  ["attributes behind code", "`x`{onclick=alert(1)} **x**{v-html=y}"],
  ["container", "::: details\nopen\n::: raw"],
  ["included file", "<!-- @include: /etc/passwd -->\n\n```\n<!--@include: /etc/passwd-->\n```"],
  ["imported file", "<<< @/../package.json\n\n<<< /etc/passwd"],
  ["list of headings", "[[toc]]"],
  ["picture", "![x](https://elsewhere.example/x.png)"],
  ["fence with attributes", "```js {onclick=alert(1)}\nx\n```"],
  ["relative link", "[x](/nowhere) [y](../no.md#z) [z]: ./no.md"],
  ["end of what is no template", "</div>\n\n</div v-pre>\n\n{{ 1 + 1 }}"],
];

/** The pages of a document with a text in every place that may have any. */
async function pagesWith(text: string): Promise<ReadonlyMap<string, string>> {
  const file = join(folder, "openapi.json");
  writeFileSync(file, JSON.stringify(hostileDocument("3.1", (_, harmless) => harmless + text)));
  const { document } = await loadDocument(file);
  const api = document && buildModel(document).api;
  if (document === undefined || api === undefined) return new Map();
  const requests = new Map(api.operations.map((operation) => [operation, request(text)]));
  const files = emitReference(api, document, { packageName: "hostile", requests });
  return new Map(files.map(({ path, text: written }) => [path, written]));
}

function request(text: string): {
  readonly parameters: readonly [];
  readonly body: { readonly mediaType: string; readonly value: string };
  readonly target: string;
  readonly headers: readonly [string, string][];
  readonly cookies: readonly [string, string][];
} {
  const body = { mediaType: "application/json", value: text };
  return { parameters: [], body, target: "/x", headers: [["X-Text", text]], cookies: [["text", text]] };
}

/** Those that mean something in Markdown, HTML or a shell. */
const texts = hostileTexts.slice(hostileTexts.findIndex(([name]) => name === "long text"));

const sections =
  /^## (?:About the API|Client|Credentials|Operations|Webhooks and callbacks|Schemas|Left out|Call|Parameters|Body)$/;
const others = /^## (?:Answers|Pages|Callbacks|Properties|Alternatives|Example|Used by|Receive it)$|^#(?:##)? /;

describe("the pages of a reference", () => {
  it.each([...texts, ...siteTexts])("do nothing and keep their form: %s", async (_, text) => {
    const pages = await pagesWith(text);
    for (const [path, page] of pages) {
      const root = readMarkdown(page);
      const html = ["HTML: <div v-pre>", "HTML: </div>"];
      expect({ path, dangers: dangersOf(root) }).toEqual({ path, dangers: html });
      const strange = headingsOf(root).filter((heading) => !sections.test(heading) && !others.test(heading));
      expect(strange).toEqual([]);
      expect(headingsOf(root).filter((heading) => heading.startsWith("# "))).toHaveLength(1);
      expect({ path, means: meantBySite(page) }).toEqual({ path, means: [] });
    }
  });

  it("are there for each of these texts but those that no document can have", async () => {
    const lost: string[] = [];
    for (const [name, text] of siteTexts) if ((await pagesWith(text)).size === 0) lost.push(name);
    expect(lost).toEqual([]);
  });
});

/** What VitePress would do with a page, beside what every reader of Markdown does. */
function meantBySite(page: string): readonly string[] {
  const root = readMarkdown(page);
  const source = ({ position }: Nodes): string => page.slice(position?.start.offset, position?.end.offset);
  // A link to the web is taken whole, whatever is in it.
  const isLink = (text: string): boolean => /^https?:\/\//.test(text);
  const all = allNodes(root).flatMap((node) => (node.type === "text" && !isLink(node.value) ? [source(node)] : []));
  return [
    ...all.filter((text) => /(?<!\\)(?:\\\\)*[{}]/.test(text)).map((text) => `braces: ${text}`),
    ...all.filter((text) => /^\s*:::|^\s*<<<|(?<!\\)\[\[/m.test(text)).map((text) => `a block: ${text}`),
    ...allNodes(root).flatMap((node) => (node.type === "image" ? [`a picture: ${node.url}`] : [])),
    ...allNodes(root).flatMap((node) => (node.type === "code" && node.meta ? [`a fence with ${node.meta}`] : [])),
    ...(/<!-{2}\s*@include/.test(page) ? ["an included file"] : []),
  ];
}

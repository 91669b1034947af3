import type { BuiltPackage } from "./build-package.js";
import { actsOf, mistakesOf, shapeOf } from "./module-shape.js";
import { dangersOf, headingsOf, readMarkdown, textOf } from "./read-markdown.js";

/** What is wrong with a package, whatever its document: nothing but declarations and imports of its own, and harmless prose. */
export function faultsOf(files: BuiltPackage["files"]): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const faults = path === "README.md" ? readmeFaults(text) : path === "package.json" ? manifestFaults(text) : [];
    const inModule = path.startsWith("src/")
      ? [...mistakesOf(text), ...actsOf(text).filter((act) => !allowed.test(act))]
      : [];
    return [...faults, ...inModule].map((fault) => `${path}: ${fault}`);
  });
}

const allowed = /^from (?:@facsimile\/runtime|\.\/(?:generated\/)?\w+\.js)$/;

const sections = [
  "Install",
  "First call",
  "Credentials",
  "Server",
  "Results and errors",
  "Pages",
  "Functions",
  "Operations",
  "Left out",
];

function readmeFaults(text: string): readonly string[] {
  const root = readMarkdown(text);
  const [title, ...others] = headingsOf(root).filter((heading) => !/^#{3}/.test(heading));
  const operations = root.children.findLastIndex((node) => node.type === "heading" && textOf(node) === "Operations");
  const strange = others.filter((heading) => !sections.includes(heading.replace(/^## /, "")));
  const missing = ["## Install", "## Results and errors", "## Operations"].filter(
    (heading) => !others.includes(heading),
  );
  return [
    ...dangersOf(root),
    ...(title === "# hostile" ? [] : [`the title ${title}`]),
    ...strange.map((heading) => `the heading ${heading}`),
    ...missing.map((heading) => `no heading ${heading}`),
    ...(root.children[operations + 1]?.type === "table" ? [] : ["no table of operations"]),
  ];
}

function manifestFaults(text: string): readonly string[] {
  // What the generator has just written; wrong members are what is looked for.
  const { description, keywords, ...others } = JSON.parse(text) as { description: string; keywords: string[] };
  const words = [description, ...keywords];
  return [
    ...(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e]/u.test(words.join(""))
      ? ["what cannot be seen in its description"]
      : []),
    ...(words.some((word) => word.trim() === "") ? ["an empty text"] : []),
    ...(new Set(keywords).size < keywords.length ? ["a keyword twice"] : []),
    ...(/pwned|javascript:/.test(JSON.stringify(others)) ? ["a text of the document in a member of ours"] : []),
  ];
}

/** What is in one package besides the other, but for names, texts and comments. */
export function differencesOf(files: BuiltPackage["files"], harmless: BuiltPackage["files"]): readonly string[] {
  const missing = [...harmless.keys()].filter((path) => !files.has(path)).map((path) => `${path} is missing`);
  const others = [...files].flatMap(([path, text]) =>
    summaryOf(path, text) === summaryOf(path, harmless.get(path) ?? "") ? [] : [`${path} has another structure`],
  );
  return [...missing, ...others];
}

const summaries = new Map<string, string>();

function summaryOf(path: string, text: string): string {
  const known = summaries.get(text);
  if (known !== undefined) return known;
  const summary = path.endsWith(".ts")
    ? shapeOf(text)
    : path === "README.md"
      ? outlineOf(text)
      : path === "package.json"
        ? manifestShape(text)
        : text;
  if (summaries.size > 10_000) summaries.clear();
  summaries.set(text, summary);
  return summary;
}

/** The headings of ours, and how many cells each row of our tables has. */
function outlineOf(text: string): string {
  const root = readMarkdown(text);
  const install = root.children.findIndex((node) => node.type === "heading" && node.depth === 2);
  const rows = root.children
    .slice(install)
    .flatMap((node) => (node.type === "table" ? node.children.map((row) => `${row.children.length}`) : [node.type]));
  return [...headingsOf(root).filter((heading) => !heading.startsWith("###")), ...rows].join("\n");
}

function manifestShape(text: string): string {
  return JSON.stringify({ ...JSON.parse(text), description: "", keywords: [] });
}

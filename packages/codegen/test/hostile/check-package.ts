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

/** Modules of the package: in a folder of its own or the one above, with letters, digits and hyphens in their names. */
const allowed =
  /^from (?:@facsimile\/runtime(?:\/streams|\/webhooks)?|\.\.?\/(?:generated\/)?(?:(?:operations|schemas)\/)?[\p{L}\p{M}\p{N}-]+\.js)$/u;

const sections = [
  "About the API",
  "Install",
  "First call",
  "Credentials",
  "Server",
  "Results and errors",
  "Pages",
  "Streams",
  "Functions",
  "Subpaths",
  "Webhooks",
  "Schemas",
  "Enumerations",
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

interface Manifest {
  readonly description: string;
  readonly keywords: readonly string[];
  readonly exports: object;
  readonly typesVersions: object;
  readonly facsimile: { readonly document: string };
}

function manifestFaults(text: string): readonly string[] {
  // What the generator has just written; wrong members are what is looked for.
  const { description, keywords, exports, typesVersions: _, ...others } = JSON.parse(text) as Manifest;
  const words = [description, ...keywords];
  return [
    ...(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e]/u.test(words.join(""))
      ? ["what cannot be seen in its description"]
      : []),
    ...(words.some((word) => word.trim() === "") ? ["an empty text"] : []),
    ...Object.keys(exports)
      .filter((path) => !/^\.(?:\/[\p{L}\p{M}\p{N}-]+|\/package\.json)?$/u.test(path))
      .map((path) => `the subpath ${path}`),
    ...(new Set(keywords).size < keywords.length ? ["a keyword twice"] : []),
    ...(/pwned|javascript:/.test(JSON.stringify(others)) ? ["a text of the document in a member of ours"] : []),
  ];
}

/** What is in one package besides the other, but for names, texts and comments. */
export function differencesOf(files: BuiltPackage["files"], harmless: BuiltPackage["files"]): readonly string[] {
  const [own, expected] = [byKind(files), byKind(harmless)];
  const missing = [...expected.keys()].filter((path) => !own.has(path)).map((path) => `${path} is missing`);
  const others = [...own].flatMap(([path, [name, text]]) => {
    const [otherName, otherText] = expected.get(path) ?? ["", ""];
    return summaryOf(name, text) === summaryOf(otherName, otherText) ? [] : [`${path} has another structure`];
  });
  return [...missing, ...others];
}

/** The files of a package by their folder and their number in it, where they are named for tags and schemas. */
function byKind(files: BuiltPackage["files"]): ReadonlyMap<string, readonly [name: string, text: string]> {
  const counts = new Map<string, number>();
  return new Map(
    [...files].map(([path, text]) => {
      const folder = /^src\/(?:generated\/(?:operations|schemas)\/)?(?=[^/]+$)/.exec(path)?.[0];
      if (folder === undefined || path === "src/index.ts" || path === "src/functions.ts") return [path, [path, text]];
      const count = counts.get(folder) ?? 0;
      counts.set(folder, count + 1);
      return [`${folder}${count}.ts`, [path, text]];
    }),
  );
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
  const { exports, typesVersions: _, facsimile, ...others } = JSON.parse(text) as Manifest;
  // A digest is one whatever the document is.
  const digest = String(facsimile.document).replace(/^sha256-[\w+/]{43}=$/, "digest");
  return JSON.stringify({
    ...others,
    facsimile: { ...facsimile, document: digest },
    exports: Object.keys(exports).length,
    description: "",
    keywords: [],
  });
}

import { families, familiesByFences, familiesByShape } from "../families/families.js";
import type { Family } from "../families/family.js";
import { nodesOfType, textOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Problem } from "./problem.js";

/**
 * The language of the SDK and the generation of its pages, told by the pages of operations: by the marks of their fenced code, and where
 * none is marked by their shape.
 */
export function familyOf(operations: readonly MarkdownPage[], problems: Problem[]): Family | undefined {
  const [first] = operations;
  if (first === undefined) {
    const message = "there is no page that says `All URIs are relative to …` and lists operations";
    problems.push({ file: ".", line: undefined, message, fix: "Give the folder that holds the provider's API page" });
    return undefined;
  }
  const fences = operations.flatMap((page) => nodesOfType(page.tree, "code").flatMap((code) => code.lang ?? []));
  const tags = operations.find(({ text }) => families["python-tags"].shape?.test(text));
  const other = operations.find(({ text }) => tags !== undefined && !families["python-tags"].shape?.test(text));
  if (tags !== undefined && other !== undefined) {
    problems.push(twoLayouts(other, tags));
    return undefined;
  }
  const marked = familiesByFences(fences);
  const told = marked.length > 0 && tags === undefined ? marked : familiesByShape(operations.map(({ text }) => text));
  const [family, second] = told;
  if (family !== undefined && second === undefined) return settled(family, operations);
  const { message, fix } = second === undefined ? unknown(first, fences) : several(told);
  problems.push({ file: first.file, line: undefined, message, fix });
  return undefined;
}

/** The family with the parts that this generation of its pages has: one that stands on any page has to stand in every section. */
function settled(family: Family, operations: readonly MarkdownPage[]): Family {
  const titles = new Set(
    operations.flatMap(({ tree }) => nodesOfType(tree, "heading").map((node) => textOf(node).trim().toLowerCase())),
  );
  const { always, perGeneration } = family.layout.requiredParts;
  const requiredParts = { always: [...always, ...perGeneration.filter((part) => titles.has(part))], perGeneration: [] };
  return { ...family, layout: { ...family.layout, requiredParts } };
}

/** Some SDKs keep the pages of an older generator beside those of the newer one: which of the two is right, nobody can tell. */
function twoLayouts(older: MarkdownPage, tags: MarkdownPage): Problem {
  const message = `this page and ${tags.file} are of two generators of pages for Python`;
  const fix =
    "Give a folder with the pages of one of the two: the older page beside its models, or `apis/tags` beside `models`";
  return { file: older.file, line: undefined, message, fix };
}

/** Facts by hand are in none. */
const languages = Object.keys(families).filter((name) => name !== "wire");

function unknown(page: MarkdownPage, fences: readonly string[]): { readonly message: string; readonly fix: string } {
  const marks = [...new Set(fences)].slice(0, 3).map((mark) => `"${mark}"`);
  const title = page.tree.children.find((node) => node.type === "heading");
  const seen =
    marks.length === 0
      ? `no code sample, and the title "${textOf(title ?? []).trim()}"`
      : `code samples marked ${marks.join(", ")}`;
  return {
    message: `no code sample shows the language of the SDK: the pages have ${seen}`,
    fix: `The languages that are known are ${languages.join(", ")}: keep the code samples of the SDK, or teach the reader its language`,
  };
}

function several(told: readonly Family[]): { readonly message: string; readonly fix: string } {
  return {
    message: `the code samples are in several languages: ${told.map(({ name }) => name).join(", ")}`,
    fix: "Keep the pages of one SDK alone in the folder, with their code samples",
  };
}

import type { Table } from "mdast";
import type { Fact } from "../facts/fact.js";
import { factNames } from "../facts/fact-id.js";
import { FactIndex } from "../facts/fact-index.js";
import { squashed } from "../families/spelling.js";
import { lineOf, nodesOfType, textOf } from "./markdown.js";
import type { OperationKeys } from "./operation-keys.js";
import { type MarkdownPage, pageName } from "./page-source.js";
import type { Problem } from "./problem.js";
import { columnsOf } from "./table.js";

/** Tables in HTML that are not read: their rows would be left out. */
export function htmlTables({ file, tree }: MarkdownPage): readonly Problem[] {
  return nodesOfType(tree, "html")
    .filter(({ value }) => /<t(?:able|body|d|h|head|r)\b/i.test(value))
    .map((node) => ({
      file,
      line: node.data?.unread?.line ?? lineOf(node),
      message: node.data?.unread?.message ?? "this is part of a table in HTML that does not stand alone and whole",
      fix: "Write the table in Markdown, or in HTML with one head and with cells that are closed",
    }));
}

/** Holds the properties that samples give a value to against the pages of their models. */
export function checkSamples(facts: readonly Fact[]): readonly Problem[] {
  const index = new FactIndex(facts);
  return facts.flatMap(({ id, page, line }) => {
    const [kind, , example, of, model = "", property = ""] = factNames(id);
    if (kind !== "operation" || example !== "example" || of !== "model") return [];
    const properties = index.namesBelow("model", model, "property");
    const isOpen = index.value("model", model, "additional") !== undefined || properties.length === 0;
    if (isOpen || properties.includes(property)) return [];
    const message = `the sample gives ${model} a property "${property}", and its page has none of that name`;
    return [{ file: page, line, message, fix: "Mend the page that is wrong" }];
  });
}

/** Holds the list of all operations in a README against the pages that it links. */
export function checkReadme(readme: MarkdownPage, keys: OperationKeys, facts: readonly Fact[]): readonly Problem[] {
  const index = new FactIndex(facts);
  const tables = readme.tree.children.filter((node): node is Table => node.type === "table");
  const lists = tables.filter((table) => columnsOf(table).slice(0, 3).join() === "class,method,http request");
  return lists.flatMap((table) =>
    table.children.slice(1).flatMap((row): readonly Problem[] => {
      const [, nameCell, requestCell] = row.children;
      const link = nameCell?.children.find((node) => node.type === "link");
      const page = link?.type === "link" ? pageName(link.url.replace(/[?#].*/s, "")) : "";
      const name = textOf(nameCell?.children ?? [])
        .trim()
        .replace(/\(\)$/, "");
      const problem = disagreement(index, keyOf(keys, page, name), page, textOf(requestCell?.children ?? []).trim());
      if (problem === undefined) return [];
      return [{ file: readme.file, line: lineOf(row), message: problem, fix: "Mend the page that is wrong" }];
    }),
  );
}

function keyOf(keys: OperationKeys, page: string, name: string): string {
  const file = [...keys.keys()].find((each) => pageName(each) === page);
  return (file === undefined ? undefined : keys.get(file)?.get(name)) ?? name;
}

/** Undefined where they agree, or where the page that the README names is not in the folder. */
function disagreement(facts: FactIndex, key: string, page: string, request: string): string | undefined {
  const fact = facts.fact("operation", key);
  if (fact === undefined || squashed(pageName(fact.page)) !== squashed(page)) return undefined;
  const [method = "", path = ""] = request.split(/\s+/);
  const stated = `${facts.value("operation", key, "method")} ${facts.value("operation", key, "path")}`;
  if (stated === `${method.toUpperCase()} ${path}`) return undefined;
  return `"${key}" is ${request} here, and ${stated} in ${fact.page}:${fact.line}`;
}

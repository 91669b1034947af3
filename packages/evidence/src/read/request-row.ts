import type { RootContent } from "mdast";
import { squashed } from "../families/spelling.js";
import { withoutMark } from "./documented-name.js";
import { lineOf } from "./markdown.js";
import type { MarkdownPage } from "./page-source.js";
import type { Reading } from "./reading.js";
import { columnsOf, type Row, readRows, tableOf } from "./table.js";

/** One row of the list of operations that begins a page. */
export interface Listed {
  readonly name: string;
  readonly line: number;
  /** In capitals. */
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly isDeprecated: boolean;
}

/** Reads the list of operations that stands before the sections of a page. */
export function readRequests(before: readonly RootContent[], page: MarkdownPage, reading: Reading): readonly Listed[] {
  const start = before.findIndex((node) => node.type === "table" && columnsOf(node)[0] === "method");
  const found = start === -1 ? undefined : tableOf(before.slice(start));
  if (found === undefined || columnsOf(found.table).length !== 3) {
    reading.problem(
      lineOf(before[0] ?? page.tree),
      "there is no table of operations with the columns Method, HTTP request, Description",
      "Get the whole page",
    );
    return [];
  }
  return readRows(found, page, reading, { open: 2 }).flatMap((row) => readRequest(row, reading) ?? []);
}

function readRequest({ line, cells }: Row, reading: Reading): Listed | undefined {
  const [nameCell, requestCell, summaryCell] = cells;
  const { name: title, isDeprecated } = withoutMark(nameCell?.text ?? "", nameCell?.struck === true);
  const name = title.replace(/\(\)$/, "");
  const [, method = "", path = ""] = /^([A-Za-z]+)\s+(\/\S*)$/.exec(requestCell?.text ?? "") ?? [];
  const wrong =
    name === "" || /\s/.test(name) || path === ""
      ? "this row does not name an operation, a method and a path"
      : (methodProblem(method) ?? pathProblem(path) ?? anchorProblem(name, nameCell?.link));
  if (wrong !== undefined) {
    reading.problem(line, wrong, "Write it as `**name** | **GET** /path | summary`");
    return undefined;
  }
  return { name, line, method: method.toUpperCase(), path, summary: summaryCell?.text ?? "", isDeprecated };
}

const methods = new Set(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY"]);

function methodProblem(method: string): string | undefined {
  return methods.has(method.toUpperCase()) ? undefined : `"${method}" is no method of HTTP`;
}

/** Names in a path stand between braces, each of which has its other half. */
function pathProblem(path: string): string | undefined {
  const rest = path.replace(/\{[^{}/]+\}/g, "");
  if (/[{}]/.test(rest)) return `the path ${path} has a brace without its other half, or nothing between two`;
  return /[\u201C\u201D\u2018\u2019"<>|*]/.test(path)
    ? `the path ${path} has a character that is part of no path`
    : undefined;
}

/** The link of a name leads to its section. */
function anchorProblem(name: string, link: string | undefined): string | undefined {
  const anchor = link === undefined ? undefined : /#(.+)/s.exec(link)?.[1];
  if (anchor === undefined || squashed(decode(anchor)).startsWith(squashed(name))) return undefined;
  return `the row names "${name}" and links "${anchor}"`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

import type { Code, ListItem, RootContent } from "mdast";
import { lineOf, nodesOfType, textLineOf, textOf } from "./markdown.js";
import { straightQuotes } from "./plain-text.js";
import { type PythonValue, readPythonValue } from "./python-value.js";
import type { Reading } from "./reading.js";

/** The words with which the pages introduce a credential, and the type of security scheme that they stand for. */
const schemeTypes: readonly [RegExp, string][] = [
  [/^OAuth/, "oauth2"],
  [/^Api Key/, "apiKey"],
  [/^Basic/, "basic"],
  [/^Bearer/, "bearer"],
];

/**
 * Reads the example of an operation: the kind of each credential, and from Python code the server, the values of parameters and the
 * properties of request bodies.
 */
export function readExample(
  operation: string,
  content: readonly RootContent[],
  parameters: ReadonlyMap<string, unknown>,
  reading: Reading,
): void {
  const introduced = new Map<string, string>();
  const codes = new Set<string>();
  for (const node of content) {
    if (node.type === "list") for (const item of node.children) readScheme(operation, item, introduced, reading);
    if (node.type !== "list" && node.type !== "table" && namesCredential(textOf(node))) {
      const fix = "Write it as an item of a list";
      reading.problem(lineOf(node), "this names a credential of the sample, and is no item of a list", fix);
    }
    if (node.type === "code") readComments(operation, node, introduced, reading);
    // The same sample stands once for each credential.
    if (node.type !== "code" || node.lang !== "python" || codes.has(node.value)) continue;
    codes.add(node.value);
    readCode(operation, node, parameters, reading);
  }
}

/** `- Api Key Authentication (name):`, whatever became of its list. */
function namesCredential(text: string): boolean {
  const [, words = ""] = /^\W{0,9}(.*)$/s.exec(text.slice(0, longestComment)) ?? [];
  return /^[^\n]*\([^()\n]+\):?\s*$/.test(words) && schemeTypes.some(([pattern]) => pattern.test(words));
}

/** The kinds of credentials as the comments of samples name them: `// Configure API key authorization: name`. */
const commentedTypes: readonly [RegExp, string][] = [
  [/Configure OAuth2 access token for authorization: (\S+)\s*$/, "oauth2"],
  [/Configure API key authorization: (\S+)\s*$/i, "apiKey"],
  [/Configure HTTP basic authorization: (\S+)\s*$/, "basic"],
  [/Configure (?:Bearer|HTTP bearer)(?: [a-z ]*)? authorization(?: \([^()]*\))?: (\S+)\s*$/, "bearer"],
];

/** A comment with more characters is none that names a scheme. */
const longestComment = 1000;

function readComments(operation: string, code: Code, introduced: Map<string, string>, reading: Reading): void {
  for (const [index, text] of code.value.split("\n").entries()) {
    if (text.length > longestComment || !/^\s*(#|\/\/)/.test(text)) continue;
    for (const [pattern, type] of commentedTypes) {
      const name = pattern.exec(text)?.[1];
      if (name === undefined || introduced.has(name)) continue;
      introduced.set(name, type);
      reading.state(["operation", operation, "example", "scheme", name], textLineOf(code) + index, type);
    }
  }
}

function readScheme(operation: string, item: ListItem, introduced: Map<string, string>, reading: Reading): void {
  const text = nodesOfType(item, "paragraph")
    .map((paragraph) => textOf(paragraph))
    .join(" ");
  const name = /\(([^()]+)\):?\s*$/.exec(text)?.[1];
  const type = schemeTypes.find(([pattern]) => pattern.test(text))?.[1];
  if (name === undefined || type === undefined) {
    reading.problem(
      lineOf(item),
      `"${text}" names no kind of credential that is known`,
      "Write it as `Api Key Authentication (name):`",
    );
    return;
  }
  // The sample before may have named this credential already, beside its own.
  if (introduced.get(name) === type) return;
  introduced.set(name, type);
  reading.state(["operation", operation, "example", "scheme", name], lineOf(item), type);
}

function readCode(operation: string, code: Code, parameters: ReadonlyMap<string, unknown>, reading: Reading): void {
  const stated = new Set<string>();
  const state = (names: readonly string[], offset: number, value: string | number | boolean | null): void => {
    const id = names.join("/");
    if (stated.has(id)) return; // a model that occurs twice in one body
    stated.add(id);
    reading.state(["operation", operation, "example", ...names], lineAt(code, offset), value);
  };
  const text = straightQuotes(code.value);
  for (const { name, offset } of assignments(text)) {
    const value = readPythonValue(text, offset);
    if (parameters.has(name) && value === undefined) {
      const fix = "Mend the sample, or teach the reader this form of Python";
      reading.problem(lineAt(code, offset), `the value of "${name}" in this code sample cannot be read`, fix);
    }
    if (value === undefined) continue;
    if (parameters.has(name)) stateValue(["value", name], value, state);
    if (name === "configuration") stateServer(value, state);
  }
}

type State = (names: readonly string[], offset: number, value: string | number | boolean | null) => void;

function stateValue(names: readonly string[], value: PythonValue, state: State): void {
  if (value.kind === "scalar" && value.value === null) return; // `None` is how Python says that nothing is sent
  if (value.kind === "scalar" && !Array.isArray(value.value)) state(names, value.offset, value.value as string); // a scalar is never a list
  if (value.kind === "list") for (const item of value.items) stateValue([...names, "item"], item, state);
  if (value.kind !== "call") return;
  for (const argument of value.named) stateValue(["model", value.name, argument.name], argument.value, state);
}

function stateServer(value: PythonValue, state: State): void {
  if (value.kind !== "call") return;
  const host = value.named.find((argument) => argument.name === "host")?.value;
  if (host?.kind === "scalar" && typeof host.value === "string") state(["server"], host.offset, host.value);
}

/** The assignments of a sample, with the offset of what stands on their right. */
function assignments(code: string): { readonly name: string; readonly offset: number }[] {
  return [...code.matchAll(/^[ \t]*([\p{L}_][\p{L}\p{N}_]*) = /gmu)].map((match) => ({
    name: match[1] ?? "",
    offset: match.index + match[0].length,
  }));
}

function lineAt(code: Code, offset: number): number {
  return textLineOf(code) + (code.value.slice(0, offset).match(/\n/g)?.length ?? 0);
}

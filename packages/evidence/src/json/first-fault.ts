/**
 * The line on which a text that is no JSON goes wrong first; its last where it only ends too early. The engine that parses it does not always say. Looks at each
 * character once, and goes down no call stack.
 */
export function lineOfFirstFault(text: string): number {
  const end = firstFault(text);
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** What stands next. `first` is the first item of a list or its end, `member` the first name of an object or its end. */
type Expected = "value" | "first" | "member" | "name" | "colon" | "after";

function firstFault(text: string): number {
  const open: string[] = [];
  let expected: Expected | undefined = "value";
  let at = afterSpace(text, 0);
  while (at < text.length) {
    const mark = text[at] ?? "";
    expected = isValid[expected].includes(kindOf(mark)) ? expectedAfter(mark, expected, open) : undefined;
    const end = expected === undefined ? undefined : endOf(text, at, mark);
    if (expected === undefined || end === undefined) break;
    at = afterSpace(text, end);
  }
  return at;
}

/** The kinds of tokens, each by a character: `v` is a number or a word. */
const isValid: Readonly<Record<Expected, string>> = {
  value: '{["v',
  first: '{["v]',
  member: '"}',
  name: '"',
  colon: ":",
  after: ",]}",
};

function kindOf(mark: string): string {
  return '{}[],:"'.includes(mark) ? mark : "v";
}

/** Undefined for an end of something else than what is open. */
function expectedAfter(mark: string, expected: Expected, open: string[]): Expected | undefined {
  if (mark === "{" || mark === "[") open.push(mark);
  if (mark === "{") return "member";
  if (mark === "[") return "first";
  if (mark === ":") return "value";
  if (mark === "}" || mark === "]") return open.pop() === (mark === "}" ? "{" : "[") ? "after" : undefined;
  if (mark === ",") return { "{": "name" as const, "[": "value" as const }[open.at(-1) ?? ""];
  return expected === "member" || expected === "name" ? "colon" : "after";
}

const word = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?)(?![\w.+-])/iy;

function endOf(text: string, at: number, mark: string): number | undefined {
  if (mark === '"') return endOfString(text, at);
  if (kindOf(mark) !== "v") return at + 1;
  word.lastIndex = at;
  return word.test(text) ? word.lastIndex : undefined;
}

function endOfString(text: string, start: number): number | undefined {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '"') return at + 1;
    if ((text[at] ?? "") < " ") return undefined;
    if (text[at] === "\\") at += 1;
  }
  return undefined;
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && " \t\r\n".includes(text[at] ?? "")) at += 1;
  return at;
}

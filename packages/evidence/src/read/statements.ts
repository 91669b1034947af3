import { readErrorBody } from "./error-statement.js";
import type { Stated } from "./stated.js";

/** What a statement has to know about the rest of the page. */
export interface StatementContext {
  /** The scheme of type OAuth 2, of which a statement may speak without its name. */
  readonly oauth: string | undefined;
}

interface StatementForm {
  readonly pattern: RegExp;
  read(match: RegExpExecArray, context: StatementContext): readonly Stated[];
}

/** The names between backticks. */
function codes(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

/** Every form of statement that the reader understands. The patterns see code between backticks, and no other marks. */
const forms: readonly StatementForm[] = [
  {
    pattern: /^(?:Every operation .*accepts either scheme|Either scheme is enough)/,
    read: () => [[["security"], "either"]],
  },
  { pattern: /^Every operation needs it\.$/, read: () => [[["security"], "all"]] },
  {
    pattern: /^authorization URL `([^`]+)`, token URL `([^`]+)`\.$/,
    read: ([, authorization = "", token = ""], { oauth = "" }) => [
      [["scheme", oauth, "authorization-url"], authorization],
      [["scheme", oauth, "token-url"], token],
    ],
  },
  { pattern: /^scopes: (.*)$/, read: ([, list = ""], { oauth = "" }) => readScopes(list, oauth) },
  {
    pattern: /^token (?:endpoint|response properties)\b.*$/,
    read: ([text], { oauth = "" }) => [
      [["scheme", oauth, "mentions", /^token response/.test(text) ? "answer" : "request"], terms(text)],
    ],
  },
  {
    pattern:
      /^error responses of every operation carry a response header `([^`]+)`.* beside a JSON body of the model `([^`]+)`\.$/,
    read: ([, header = "", model = ""]) => [
      [["errors", "header"], header],
      [["errors", "body"], `@${model}`],
    ],
  },
  {
    pattern:
      /^The error statuses \(([\d, ]+)\) have no body that the API describes, nor has `(\d+)` of the operations that return void\.$/,
    read: ([, statuses = "", empty = ""]) => [
      ...statuses.split(", ").map((status): Stated => [["errors", "status", status, "body"], "void"]),
      [["returns-void", "status"], empty],
    ],
  },
  {
    pattern: /^The page lists no success status for (.*), and gives them no return type\.$/,
    read: ([, list = ""]) => [[["no-success-status"], codes(list)]],
  },
  {
    pattern:
      /^The base path is `([^`]+)`, relative to the host that the customer deploys on: there is no public host\b/,
    read: ([, path = ""]) => [
      [["server", "path"], path],
      [["server", "host"], "chosen by the caller"],
    ],
  },
  {
    pattern: /^The server shown on the page, `([^`]+)`, is an example portal; .* with the same path `([^`]+)`\.$/,
    read: ([, host = "", path = ""]) => [
      [["server", "path"], path],
      [["server", "host"], "chosen by the caller"],
      [["server", "example-host"], host],
    ],
  },
  {
    pattern: /^`(\d{3})` carries the model `([^`]+)` \(wire name of the schema: `([^`]+)`\)\.$/,
    read: ([, status = "", model = "", schema = ""]) => [
      [["errors", "status", status, "body"], `@${model}`],
      [["model", model, "schema-name"], schema],
    ],
  },
  {
    pattern: /^`([^`]+)` in the page is the request (header|query parameter) `([^`]+)`/,
    read: ([, parameter = "", place = "", name = ""]) => [
      [["parameters", parameter, "in"], place.replace(" parameter", "")],
      [["parameters", parameter, "name"], name],
    ],
  },
  // About the pages, not about the API: the reader of statuses knows it.
  {
    pattern: /^In this generator's pages, status code `0` stands for the OpenAPI `default` response\.$/,
    read: () => [],
  },
  {
    pattern: /^The page states no schema for the error statuses; the API description gives these, all `([^`]+)`:$/,
    read: ([, type = ""]) => [[["errors", "content-type"], type]],
  },
  { pattern: /^`(\d{3}|default)` [^:]*: (`.*)\.$/, read: ([, status = "", body = ""]) => readErrorBody(status, body) },
  {
    pattern: /^A paginated answer has (.*) \(links, null at either end\) and (`[^`]+`)\.$/,
    read: ([, before = "", last = ""]) => [
      [["pages", "properties"], codes(`${before} ${last}`)],
      [["pages", "nullable"], codes(before).slice(-2)],
    ],
  },
  {
    pattern: /^(`[^`]+` (?:starts at|is) [^;]+)(; `[^`]+` (?:starts at|is) [^;]+)*\.$/,
    read: ([text]) => text.slice(0, -1).split("; ").flatMap(readLimit),
  },
];

/** The facts of a statement. Undefined where its form is not known. */
export function readStatement(text: string, context: StatementContext): readonly Stated[] | undefined {
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    if (match !== null) return read(match, context);
  }
  return undefined;
}

/** "`user_read` for reading operations, `user_write` for operations that change something". */
function readScopes(list: string, oauth: string): readonly Stated[] {
  return [...list.matchAll(/`([^`]+)` for ([^,.]+)/g)].map(([, scope = "", use = ""]): Stated => {
    const value = /reading/.test(use) ? "reads" : /change/.test(use) ? "changes" : "any";
    return [["scheme", oauth, "scope", scope], value];
  });
}

/** What a text about a token request or its answer names, without the request line and the media type. */
function terms(text: string): readonly string[] {
  return codes(text).filter((code) => !/^[A-Z]+ \//.test(code));
}

/** "`page` starts at 1", "`perPage` is 1 to 100", "`sortDir` is `asc` or `desc`". */
function readLimit(text: string): readonly Stated[] {
  const [name = ""] = codes(text);
  const from = /starts at (\d+)$/.exec(text)?.[1];
  if (from !== undefined) return [[["parameters", name, "minimum"], Number(from)]];
  const range = /is (\d+) to (\d+)$/.exec(text);
  if (range === null) return [[["parameters", name, "enum"], codes(text).slice(1)]];
  return [
    [["parameters", name, "minimum"], Number(range[1])],
    [["parameters", name, "maximum"], Number(range[2])],
  ];
}

import type { TableRow } from "mdast";
import { codeText, lineOf, textOf } from "./markdown.js";
import type { Reading } from "./reading.js";

/** A security scheme as a table names it. */
export interface NamedScheme {
  readonly name: string;
  readonly type: "oauth2" | "apiKey" | "http";
}

/** What a phrase says about a scheme, as the last names of facts and their values. */
type Said = readonly (readonly [fact: string, value: string])[];

/** Reads one row: the scheme's name, its type, and in the further columns where and how the credential is sent. */
export function readScheme(row: TableRow, columns: readonly string[], reading: Reading): NamedScheme | undefined {
  const cells = row.children.map((cell) => codeText(cell).trim());
  const name = textOf(row.children[0] ?? row).trim();
  const type = typeOf(cells[1] ?? "");
  if (name === "" || type === undefined || cells.length !== columns.length) {
    const message = `"${cells.join(" | ")}" is not the name of a scheme and a type that is known`;
    reading.problem(
      lineOf(row),
      message,
      "The types are `OAuth 2, authorization code flow`, `API key`, `HTTP basic` and `HTTP bearer`",
    );
    return undefined;
  }
  const said = new Map<string, string>([["type", type.type], ...type.said]);
  for (const phrase of cells.slice(2)) {
    for (const [fact, value] of type.type === "apiKey" ? keyPlace(phrase) : []) {
      const before = said.get(fact);
      if (before !== undefined && before !== value) {
        reading.problem(lineOf(row), `this row says both "${before}" and "${value}" about "${name}"`, "Mend the row");
      }
      said.set(fact, value);
    }
  }
  for (const [fact, value] of said) reading.state(["scheme", name, fact], lineOf(row), value);
  return { name, type: type.type };
}

function typeOf(text: string): { readonly type: NamedScheme["type"]; readonly said: Said } | undefined {
  if (/^API key$/i.test(text)) return { type: "apiKey", said: [] };
  const http = /^HTTP (basic|bearer)$/i.exec(text)?.[1];
  if (http !== undefined) return { type: "http", said: [["scheme", http.toLowerCase()]] };
  if (!/^OAuth ?2/i.test(text)) return undefined;
  const flow = Object.entries(flows).find(([words]) => text.toLowerCase().includes(words))?.[1];
  return { type: "oauth2", said: flow === undefined ? [] : [["flow", flow]] };
}

const flows: Readonly<Record<string, string>> = {
  "authorization code": "authorizationCode",
  "client credentials": "clientCredentials",
  implicit: "implicit",
  password: "password",
};

/** `header`, "header `X-JWT`", "query parameter `key`", "`X-Key: <key>`", "`Authorization: apikey <key>`", "`?key=<key>`". */
function keyPlace(phrase: string): Said {
  const place = /^(header|query|cookie)(?: parameter)?(?: `([^`]+)`)?$/.exec(phrase);
  if (place !== null) return [["in", place[1] ?? ""], ...named(place[2])];
  const query = /^`\?([^=`]+)=<[^>]*>`/.exec(phrase);
  if (query !== null) return [["in", "query"], ...named(query[1])];
  const header = /^`([\w-]+): ([^<`]*)<[^>]*>`/.exec(phrase);
  if (header === null) return [];
  const prefix: Said = header[2] === "" ? [] : [["prefix", header[2] ?? ""]];
  return [["in", "header"], ...named(header[1]), ...prefix];
}

function named(name: string | undefined): Said {
  return name === undefined ? [] : [["name", name]];
}

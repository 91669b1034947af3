import { isObject, type Json, type SchemaNode, type SchemaUse } from "@facsimile/document";
import { codeSpan, table } from "../markdown.js";
import { schemaFacts } from "../types/facts.js";
import { siteLine } from "./page.js";
import type { PageScope } from "./reference-scope.js";
import { schemaWords, valueWords } from "./schema-words.js";

/** How deep the properties of properties are told in one table. */
const deepest = 3;
/** More rows are not read in one table. */
const most = 300;

/** The properties of an object as a table, those of objects and lists within it below it by the way that leads to them; undefined where it declares none. */
export function propertyTable(scope: PageScope, node: SchemaNode): string | undefined {
  const rows = propertyRows(scope, [node], "", 1);
  if (rows.length === 0) return undefined;
  const shown = table(["Property", "Type", "Required", "What it is"], rows.slice(0, most));
  return rows.length <= most ? shown : `${shown}\n\nAnd ${rows.length - most} more.`;
}

type Row = readonly string[];

function propertyRows(scope: PageScope, use: SchemaUse, before: string, depth: number): readonly Row[] {
  const { schemas } = scope.types;
  const view = schemas.view(use);
  return [...view.properties].flatMap(([name, all]): readonly Row[] => {
    const [first] = all;
    if (first === undefined) return [];
    const way = `${before}${name}`;
    const row = [
      codeSpan(way),
      schemaWords(scope, first.value),
      view.required.has(name) ? "yes" : "",
      schemaSentence(scope, first.value),
    ];
    return [row, ...(depth < deepest ? rowsBelow(scope, first, way, depth) : [])];
  });
}

/** Those of an object or of the items of a list that has no page of its own. */
function rowsBelow(scope: PageScope, node: SchemaNode, way: string, depth: number): readonly Row[] {
  const keywords = scope.types.schemas.keywords(node.value);
  if (isObject(keywords.properties)) return propertyRows(scope, [node], `${way}.`, depth + 1);
  const { items } = keywords;
  if (items === undefined || keywords.$ref !== undefined) return [];
  const below = scope.types.schemas.keywords(items);
  const isOwn = below.$ref === undefined && isObject(below.properties);
  return isOwn ? propertyRows(scope, [{ value: items, pointer: node.pointer }], `${way}[].`, depth + 1) : [];
}

/** What a schema says of its values beside their type: what they are, their default, their bounds, and in which direction they travel. */
export function schemaSentence(
  scope: Pick<PageScope, "api" | "types">,
  value: Json,
  said?: string | undefined,
): string {
  const { format: _, default: fallback, ...keywords } = scope.types.schemas.keywords(value);
  const { description = keywords.title, deprecated, readOnly, writeOnly } = keywords;
  // A fact has its value in a code span.
  const facts = schemaFacts(keywords).map((fact) => `${siteLine(scope, fact)}.`);
  return [
    siteLine(scope, said ?? (typeof description === "string" ? description : undefined)),
    fallback === undefined ? "" : `Default: ${valueWords(fallback)}.`,
    ...facts,
    readOnly === true ? "In answers only." : "",
    writeOnly === true ? "In requests only." : "",
    deprecated === true ? "Deprecated." : "",
  ]
    .filter((part) => part !== "")
    .join(" ");
}

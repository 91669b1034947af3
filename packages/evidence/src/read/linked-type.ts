import { parseType } from "../facts/parse-type.js";
import { modelsIn } from "../facts/type-expression.js";
import { modelName, squashed } from "../families/spelling.js";
import { pageName } from "./page-source.js";
import type { Reading } from "./reading.js";
import type { Cell } from "./table.js";

/** Generators link a list of lists as if its inner list had a page. */
const containers = /^(array|dict|list|map|set)$/i;

/**
 * The type in a cell, which links the page of its model. A link to a page without a name stands for a schema that has none: it shows no type.
 * A link to the page of another model than the text names is a problem.
 */
export function linkedType(cell: Cell | undefined, line: number, reading: Reading): string | undefined {
  const { text = "", link } = cell ?? {};
  if (link !== undefined && /^(?:.*\/)?\.md$/.test(link)) return undefined;
  const type = reading.type(text, line);
  if (type === undefined || link === undefined) return type;
  const models = modelsIn(parseType(type));
  const page = /^[^#?]*\.md$/i.test(link) ? pageName(link) : undefined;
  const isInner = /^(?:array|map)</.test(type) && containers.test(page ?? "");
  if (page === undefined || models.length === 0 || isInner) return type;
  // The page may be linked by the name of the schema, of which the model's is another spelling.
  const names = [page, modelName(page)].map(squashed);
  const isOtherSpelling = models.some(
    (model) => names.includes(squashed(model)) || names.includes(squashed(model.replace(/^Model/, ""))),
  );
  if (!isOtherSpelling)
    reading.problem(line, `this says "${text}" and links the page of ${page}`, "Mend the one that is wrong");
  return type;
}

import { explanationOf, explanations } from "./explanations.js";
import { type Comparison, renderPage, unexplainedTitle } from "./page.js";

/** A row of the page, with the title that it stands below. */
interface Row {
  readonly title: string;
  readonly text: string;
}

/** What a person has to know before the page is right: a line for each, none where the page is what a comparison gives and all is explained. */
export function changesOf(page: string, comparison: Comparison): readonly string[] {
  const rendered = renderPage(comparison);
  const [known, found] = [rowsOf(page), rowsOf(rendered)];
  const changes = [
    ...found.filter((row) => row.title === unexplainedTitle).map((row) => `unexplained: ${row.text}`),
    ...without(found, known).map((row) => `new: ${row.text} (${row.title})`),
    ...without(known, found).map((row) => `vanished: ${row.text} (${row.title})`),
  ];
  if (changes.length > 0 || page === rendered) return changes;
  return ["The words or the counts of the page are out of date."];
}

/** The titles of explanations that explain nothing any more. */
export function idleExplanations({ disagreements }: Comparison): readonly string[] {
  const needed = new Set(disagreements.map(explanationOf));
  return explanations.filter((one) => !needed.has(one)).map(({ title }) => title);
}

function without(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const keys = new Set(others.map(({ title, text }) => `${title}\n${text}`));
  return rows.filter(({ title, text }) => !keys.has(`${title}\n${text}`));
}

function rowsOf(page: string): readonly Row[] {
  let title = "";
  return page.split("\n").flatMap((line): Row[] => {
    if (line.startsWith("## ")) title = line.slice(3);
    const [, provider, name, prism, steady] = /^\| (\S+) \| (.+) \| ([^|]+) \| ([^|]+) \|$/.exec(line) ?? [];
    return provider === undefined || provider === "provider" || title === ""
      ? []
      : [{ title, text: `${provider}, ${name}: Prism ${prism}, Steady ${steady}` }];
  });
}

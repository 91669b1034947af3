import type { Disagreement } from "./compare.js";
import { explanationOf, explanations } from "./explanations.js";

/** What two servers said to a number of requests. */
export interface Comparison {
  readonly requests: number;
  readonly disagreements: readonly Disagreement[];
}

/** Where a person has to write why, before a comparison passes. */
export const explanationsFile = "scripts/second-opinion/explanations.ts";

export const unexplainedTitle = "Not explained";

interface Section {
  readonly title: string;
  readonly fault: string;
  readonly why: string;
  readonly members: readonly Disagreement[];
}

/** The page with every disagreement below its explanation. The same comparison gives the same text. */
export function renderPage({ requests, disagreements }: Comparison): string {
  const sections = sectionsOf(disagreements);
  return `# A second opinion

Written by \`npm run second-opinion -- --write\`. Without \`--write\` the command writes nothing, and fails on any difference from this page and on
a disagreement that nobody has explained.

The contract tests hold packages against Prism. Here each of their requests, valid and broken, goes to Prism and to
[Steady](https://www.npmjs.com/package/@stdy/cli), which shares no code with it, in its strict mode and without \`Prefer\`. They disagree where the
statuses differ, and where both succeed, but Steady notes something (E and four digits) or the media types or bodies of the answers differ.

${requests} requests, ${disagreements.length} disagreements:

| whose fault | what | disagreements |
|---|---|---|
${sections.map(({ title, fault, members }) => `| ${fault} | ${title} | ${members.length} |`).join("\n")}

${sections.map(renderSection).join("\n")}`;
}

function sectionsOf(disagreements: readonly Disagreement[]): readonly Section[] {
  const unexplained: Section = {
    title: unexplainedTitle,
    fault: "?",
    why: `The comparison fails until \`${explanationsFile}\` says whose fault each is, and why.`,
    members: disagreements.filter((one) => explanationOf(one) === undefined),
  };
  const explained = explanations.map((explanation) => ({
    ...explanation,
    members: disagreements.filter((one) => explanationOf(one) === explanation),
  }));
  return [unexplained, ...explained].filter(({ members }) => members.length > 0);
}

function renderSection({ title, fault, why, members }: Section): string {
  const rows = members.map(
    ({ provider, name, prism, steady }) => `| ${provider} | ${name.replaceAll("|", "\\|")} | ${prism} | ${steady} |`,
  );
  const table = ["| provider | case | Prism | Steady |", "|---|---|---|---|", ...rows].join("\n");
  return `## ${title}\n\n${fault === "?" ? why : `**${fault}.** ${why}`}\n\n${table}\n`;
}

import { escapeMarkdown } from "../report/escape.js";
import { coverageTable, failedItem, item, section } from "../report/markdown.js";
import type { ProxyReport } from "./record.js";

/** The report as a Markdown page for people. */
export function proxyPage(report: ProxyReport): string {
  const { title, server, exchanges, held, failed, passed, coverage, neverSeen, elsewhere, lost, unlisted } = report;
  return [
    `# What passed between an application and ${escapeMarkdown(title)}`,
    `${escapeMarkdown(server)}: ${exchanges} exchanges, ${held} as documented, ${exchanges - held} not.`,
    coverageTable(coverage),
    ...section(
      "Not as documented",
      failed.map(({ name, count, findings }) => failedItem(counted(name, count), findings)),
    ),
    ...section(
      "Lost",
      lost.map(({ message, count }) => item(counted(message, count))),
    ),
    ...section(
      "As documented",
      passed.map(({ name, count }) => item(counted(name, count))),
    ),
    ...section("Never seen", neverSeen.map(item)),
    ...section(
      "Elsewhere",
      elsewhere.flatMap(({ server, goals }) => goals.map((goal) => item(`${goal}, at ${server}`))),
    ),
    ...(unlisted === 0 ? [] : [`${unlisted} exchanges of more kinds are counted and not listed.`]),
  ]
    .join("\n\n")
    .concat("\n");
}

function counted(name: string, count: number): string {
  return count === 1 ? name : `${name} (${count} times)`;
}

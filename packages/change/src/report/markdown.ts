import type { Change } from "../change/change.js";
import type { Diff } from "../diff.js";
import { countChanges, countsInWords } from "./counts.js";
import { operationsInWords, placesInWords } from "./text.js";

/** A comment of GitHub has 65,536 characters at most; some room stays for what a workflow adds. */
const longest = 60_000;

/** The report as a comment for a pull request: what breaks is open, all else is folded. What there is no room for is counted. */
export function printDiffMarkdown(diffs: readonly Diff[]): string {
  const sections = diffs.flatMap((each) => [heading(each), ...groupsOf(each)]);
  let text = "";
  for (const [index, section] of sections.entries()) {
    if (text.length + section.length < longest) text += section;
    else
      return `${text}\n_${sections.length - index} more parts have no room here: run \`facsimile diff\` for all of it._\n`;
  }
  return text;
}

function heading({ name, old, new: next, changes }: Diff): string {
  return `### ${escaped(name)}: ${countsInWords(countChanges(changes))}\n\n\`${ticked(old)}\` → \`${ticked(next)}\`\n\n`;
}

function groupsOf({ changes }: Diff): readonly string[] {
  const wire = changes.filter(({ area }) => area !== "metadata");
  const groups = (["breaking", "unknown", "warning", "safe"] as const).map(
    (name) => [name, wire.filter((change) => change.class === name)] as const,
  );
  const documentation = changes.filter(({ area }) => area === "metadata");
  return [...groups, ["of documentation", documentation] as const]
    .filter(([, all]) => all.length > 0)
    .map(([name, all]) => group(name, all));
}

/** Changes of a group that are shown at most. */
const mostOfGroup = 60;

function group(name: string, changes: readonly Change[]): string {
  const rows = changes.slice(0, mostOfGroup).map(row);
  const more = changes.length > mostOfGroup ? `\n${changes.length - mostOfGroup} more.\n` : "";
  const open = name === "breaking" ? " open" : "";
  return `<details${open}><summary>${changes.length} ${name}</summary>\n\n${rows.join("")}${more}\n</details>\n\n`;
}

function row({ message, rule, direction, operations, old, new: next }: Change): string {
  const where = [
    direction === "none" ? "" : direction,
    operationsInWords(operations.map((each) => `\`${ticked(each)}\``)),
    escaped(placesInWords(old, next)),
  ];
  return `- ${escaped(message)} <sub>${rule} · ${where.filter(Boolean).join(" · ")}</sub>\n`;
}

/** Text of a document is shown as it is: no markup of it counts but code. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, " ")
    .replaceAll(/`[^`]*`|[&<>*_[\]|@\\]/g, (found) => (found.length > 1 ? found : `&#${found.charCodeAt(0)};`));
}

function ticked(text: string): string {
  return text.replaceAll(/[`\r\n]/g, " ");
}

import { createHash } from "node:crypto";

/** Characters of a comment at most; GitHub takes 65,536. */
const longest = 65_000;

/** Findings that are listed at most, and characters of each. */
const [mostFindings, longestMessage] = [20, 200];

/**
 * What tells the comment about a document from all others.
 *
 * @param {string} document
 */
export function markOf(document) {
  return `<!-- facsimile-action ${createHash("sha256").update(document).digest("hex").slice(0, 16)} -->`;
}

/**
 * The report in Markdown.
 *
 * @param {string} document
 * @param {import("./check.mjs").Check} check
 * @param {import("./diff.mjs").DocumentDiff} diff
 */
export function reportOf(document, check, diff) {
  const verdict = check.passed ? "passed" : "failed";
  const head = `${markOf(document)}\n## Facsimile: ${words(document)}\n\n**Check ${verdict}**: ${words(check.sentence)}\n\n`;
  const text = `${head}${listOf(check.findings)}${diff.markdown}`;
  return text.length <= longest ? text : `${text.slice(0, longest - 100)}\n\n_The rest has no room here._\n`;
}

/** @param {readonly import("./check.mjs").CheckFinding[]} findings */
function listOf(findings) {
  if (findings.length === 0) return "";
  const rows = findings
    .slice(0, mostFindings)
    .map(({ severity, place, message }) => `- ${severity}, ${words(place)}: ${words(message)}\n`);
  const more = findings.length - rows.length;
  const rest = more > 0 ? `- and ${more} more\n` : "";
  return `<details><summary>${findings.length} findings</summary>\n\n${rows.join("")}${rest}\n</details>\n\n`;
}

/**
 * Text of a document as it is: nothing of it is markup, and nobody and no issue is mentioned by it.
 *
 * @param {string} text
 */
function words(text) {
  return text
    .slice(0, longestMessage)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, " ")
    .replaceAll(/[&<>*_[\]|\\`~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(/(?<!&)[@#]/g, "$&&#8203;");
}

/** The second step of the action: checks the document, compares it with its base, and says so. */
import { appendFileSync } from "node:fs";
import { check } from "./check.mjs";
import { findCommand } from "./command.mjs";
import { comment, ForbiddenError } from "./comment.mjs";
import { diff } from "./diff.mjs";
import { readInputs } from "./inputs.mjs";
import { annotate } from "./log.mjs";
import { markOf, reportOf } from "./report.mjs";

async function run() {
  const inputs = readInputs(process.env);
  const facsimile = findCommand(inputs);
  const checked = await check(inputs, facsimile);
  process.stdout.write(checked.annotations);
  const compared = await diff(inputs, facsimile);
  process.stdout.write(compared.annotations);
  const report = reportOf(inputs.document, checked, compared);
  tell("GITHUB_STEP_SUMMARY", report);
  tell("GITHUB_OUTPUT", `check=${checked.passed ? "passed" : "failed"}\ndiff=${compared.outcome}\n`);
  await post(inputs, report, compared.changed || checked.findings.length > 0);
  const passed = checked.passed && compared.outcome !== "failed";
  annotate(passed ? "notice" : "error", `${inputs.document}: ${checked.sentence}; comparison ${compared.outcome}`);
  if (!passed) process.exitCode = 1;
}

/**
 * What cannot be written under the pull request is in the summary, and fails nothing.
 *
 * @param {import("./inputs.mjs").Inputs} inputs
 * @param {string} report
 * @param {boolean} isNews
 */
async function post({ pullRequest, comment: isWanted, document }, report, isNews) {
  if (pullRequest === undefined || !isWanted) return;
  const { GITHUB_API_URL: api = "", GITHUB_REPOSITORY: repository = "", FACSIMILE_TOKEN: token = "" } = process.env;
  try {
    await comment({ api, repository, number: pullRequest.number, token }, markOf(document), report, isNews);
  } catch (error) {
    if (error instanceof ForbiddenError)
      annotate(
        "notice",
        "No comment: this needs the permission pull-requests: write, which a fork has not. The report is in the summary.",
      );
    else
      annotate(
        "warning",
        `No comment: ${error instanceof Error ? error.message : String(error)} The report is in the summary.`,
      );
  }
}

/**
 * @param {string} variable the file by which the runner is told
 * @param {string} text
 */
function tell(variable, text) {
  const file = process.env[variable];
  if (file) appendFileSync(file, text);
}

try {
  await run();
} catch (error) {
  annotate("error", error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

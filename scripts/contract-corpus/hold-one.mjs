/** Holds the package of one document against it, in a process of its own, so that its memory is its own, and prints what came of it as JSON. */
import { pathToFileURL } from "node:url";
import { holdPackage, summaryLine } from "@facsimile/contract";

const [file = "", folder = "", extent = ""] = process.argv.slice(2);
const began = performance.now();
let told = 0;

/** Of the processor, for a machine may be busy with other things. */
const limit = extent === "quick" ? 30 : 300;

function secondsOfProcessor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** @param {string} stage @param {number} done @param {number} of */
function tell(stage, done, of) {
  if (secondsOfProcessor() > limit) {
    process.stderr.write(`${stage} ${done} of ${of} after ${limit} s of processor\n`);
    process.exit(3);
  }
  if (performance.now() - told < 500 && done !== 0) return;
  told = performance.now();
  const megabytes = (process.memoryUsage.rss() / 1e6).toFixed(0);
  process.stderr.write(`${stage} ${done} of ${of} (${(told / 1000).toFixed(0)} s, ${megabytes} MB)\n`);
}

const test = {
  document: pathToFileURL(file),
  package: pathToFileURL(`${folder}/`),
  accepted: {},
  quick: extent === "quick",
};
const report = await holdPackage(test, tell);
const counts = { document: 0, package: 0, server: 0, prism: 0, tool: report.missing.length };
for (const { whose } of report.findings) counts[whose] += 1;
const held = {
  kind: "held",
  operations: report.operations,
  cases: report.cases,
  failed: report.failed.length,
  summary: summaryLine(report),
  counts,
  findings: [
    ...report.findings.map(({ whose, at = "", message, cases }) => ({ whose, at, message, cases })),
    ...report.missing.map((goal) => ({
      whose: "tool",
      at: "",
      message: `neither covered nor explained: ${goal}`,
      cases: 0,
    })),
  ],
  seconds: (performance.now() - began) / 1000,
  cpuSeconds: secondsOfProcessor(),
  megabytes: process.resourceUsage().maxRSS / 1024,
};
// The whole of it is written before the process ends.
process.stdout.write(`${JSON.stringify(held)}\n`, () => process.exit(0));

/** Lints every spec that is written here with the rules of redocly.yaml. Exit 1 when one has a finding of any severity. */
import path from "node:path";
import { formatProblems, getTotals, lint, loadConfig } from "@redocly/openapi-core";
import { listDocumented, root, specOf } from "./repository.js";

const config = await loadConfig({ configPath: path.join(root, "redocly.yaml") });
const specs = listDocumented().map(specOf);
const problems = (await Promise.all(specs.map((spec) => lint({ ref: path.join(root, spec), config })))).flat();
const totals = getTotals(problems);

if (problems.length > 0) formatProblems(problems, { format: "codeframe", cwd: root, totals, version: "" });
console.log(`${specs.length} specs, ${totals.errors} errors, ${totals.warnings} warnings`);
if (totals.errors + totals.warnings > 0) process.exitCode = 1;

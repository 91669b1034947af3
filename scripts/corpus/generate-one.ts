/** Generates the package of one document in a process of its own, so that its memory is its own, and prints what came of it as JSON. */
import { generate } from "@facsimile/codegen";
import { buildModel, countBySeverity, formatDiagnostics, loadDocument } from "@facsimile/document";
import type { Outcome } from "./outcome.js";

const [document = "", out = ""] = process.argv.slice(2);
const began = performance.now();
const [made] = await generate({ specs: [document], out, name: "@corpus/package" });
const seconds = (performance.now() - began) / 1000;
const megabytes = process.resourceUsage().maxRSS / 1024;
const diagnostics = made?.diagnostics ?? [];
const { error, warning } = countBySeverity(diagnostics);
const loaded = await loadDocument(document);
const api = loaded.document === undefined ? undefined : buildModel(loaded.document).api;
const first = formatDiagnostics(diagnostics.filter(({ severity }) => severity === "error").slice(0, 1));
const changes = made?.changes ?? [];
const outcome: Outcome = {
  operations: api?.operations.length ?? 0,
  omissions: api?.omissions.length ?? 0,
  schemas: api?.schemaNames.length ?? 0,
  errors: error,
  warnings: warning,
  seconds,
  megabytes,
  bytes: changes.reduce((sum, change) => sum + (change.kind === "delete" ? 0 : Buffer.byteLength(change.text)), 0),
  problem: made?.outcome === "written" ? undefined : first,
};
console.log(JSON.stringify(outcome));

/**
 * Holds overlays against the cases of the Overlay Specification, in a copy of github.com/OAI/Overlay-Specification:
 *
 *     npm run overlays -- <folder of the copy>
 *
 * Of `compliant-sets`, each overlay has to make of its document what stands beside it; of `tests`, each overlay has to be taken or refused. Exit 1
 * where one does otherwise.
 */
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Findings } from "../packages/document/src/load/findings.js";
import { applyOverlays } from "../packages/document/src/load/overlay/apply-overlays.js";
import { Files } from "../packages/document/src/load/references/files.js";
import { runScript } from "./build.js";

/** A document in which most overlays find nothing, which is no fault of theirs. */
const emptyDocument = {
  name: "openapi.json",
  content: Buffer.from('{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {} }'),
};

/** Read all the same, though it is to be refused: `overlay: "1.1"`, which people write. */
const tolerated: ReadonlySet<string> = new Set(["overlay-invalid-pattern.yaml"]);

/** A case that did not go as it has to, and how it went. */
interface Failed {
  readonly name: string;
  readonly reason: string;
}

await runScript(async () => {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) throw new Error("Name the folder of a copy of github.com/OAI/Overlay-Specification.");
  const parts = [await holdSets(path.join(folder, "compliant-sets"))];
  for (const version of ["v1.0", "v1.1"])
    for (const verdict of ["pass", "fail"] as const)
      parts.push(await holdTests(path.join(folder, "tests", version, verdict), verdict));
  if (parts.every(({ cases }) => cases === 0)) throw new Error(`${folder} has neither compliant-sets nor tests.`);
  for (const { title, cases, failed } of parts) {
    console.log(`${title}: ${cases - failed.length} of ${cases} passed`);
    for (const { name, reason } of failed) console.log(`  ${name}: ${reason}`);
  }
  return parts.every(({ failed }) => failed.length === 0) ? 0 : 1;
});

interface Held {
  readonly title: string;
  readonly cases: number;
  readonly failed: readonly Failed[];
}

async function holdSets(folder: string): Promise<Held> {
  const failed: Failed[] = [];
  const names = (await entriesOf(folder)).filter((name) => existsSync(path.join(folder, name, "overlay.yaml")));
  for (const name of names) {
    const file = (part: string): string => path.join(folder, name, `${part}.yaml`);
    const { json, refusal } = await applied(file("openapi"), file("overlay"));
    const output = await applied(file("output"));
    if (refusal !== undefined) failed.push({ name, reason: refusal });
    else if (!isDeepStrictEqual(json, output.json)) failed.push({ name, reason: "makes another document" });
  }
  return { title: "compliant-sets", cases: names.length, failed };
}

async function holdTests(folder: string, verdict: "pass" | "fail"): Promise<Held> {
  const failed: Failed[] = [];
  const names = (await entriesOf(folder)).filter((name) => name.endsWith(".yaml"));
  for (const name of names) {
    const { refusal } = await applied(emptyDocument, path.join(folder, name));
    if (verdict === "pass" && refusal !== undefined) failed.push({ name, reason: refusal });
    if (verdict === "fail" && refusal === undefined && !tolerated.has(name))
      failed.push({ name, reason: "is not refused" });
  }
  return { title: folder.split(path.sep).slice(-3).join("/"), cases: names.length, failed };
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  return existsSync(folder) ? (await readdir(folder)).sort() : [];
}

/** A document with an overlay, and the first error of both. */
async function applied(
  document: string | typeof emptyDocument,
  overlay?: string,
): Promise<{ readonly json: unknown; readonly refusal: string | undefined }> {
  const findings = new Findings();
  const files = new Files(document, [], findings);
  const before = await files.openRoot();
  const brought = overlay === undefined ? undefined : await files.openNamed(overlay);
  const after = before && (brought === undefined ? before : applyOverlays(before, [brought], findings.report));
  const error = findings.inOrder(files.texts.keys().next().value ?? "").find(({ severity }) => severity === "error");
  return { json: after?.json, refusal: error && `${error.code}: ${error.message}` };
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  loadPages,
  loadSpec,
  parseEvidence,
  parseWaivers,
  printEvidence,
  readDocumentation,
  verify,
} from "../src/index.js";
import { docsFolder, providers, specsFolder } from "./providers.js";

describe.each(providers)("the evidence of %s", (provider) => {
  const folder = `${specsFolder}/${provider}`;

  it("is of the form that the command writes", async () => {
    const text = await readFile(`${folder}/evidence.json`, "utf8");
    expect(printEvidence(parseEvidence(text))).toBe(text);
  });

  it("proves the spec: every fact is confirmed or waived, and every other claim is marked as assumed", async () => {
    const evidence = parseEvidence(await readFile(`${folder}/evidence.json`, "utf8"));
    const waivers = parseWaivers(await readFile(`${folder}/waivers.yaml`, "utf8").catch(() => ""), "waivers.yaml");
    const { findings, unsourced, needless } = verify(
      await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"),
      evidence,
      waivers,
    );
    const open = findings.filter(({ verdict }) => verdict !== "confirmed" && verdict !== "waived");
    expect(open.map(({ fact, says }) => `${fact.id}: the spec ${says}`)).toEqual([]);
    expect(unsourced.filter(({ assumed }) => assumed === undefined).map(({ claim }) => claim.key)).toEqual([]);
    expect(needless).toEqual([]);
  });

  // The pages are other people's: they lie beside the repository or nowhere.
  it.runIf(existsSync(`${docsFolder}/${provider}`))("is what its pages say today", async () => {
    const { pages, problems } = await loadPages(`${docsFolder}/${provider}`);
    const read = readDocumentation(provider, pages);
    expect([...problems, ...read.problems]).toEqual([]);
    expect(read.evidence && printEvidence(read.evidence)).toBe(await readFile(`${folder}/evidence.json`, "utf8"));
  });
});

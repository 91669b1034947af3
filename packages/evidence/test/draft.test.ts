import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildModel, loadDocument } from "@facsimile/codegen";
import { lint, loadConfig } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import {
  draftSpec,
  type Evidence,
  loadSpec,
  parseEvidence,
  type Share,
  shareOf,
  type Verification,
  verify,
} from "../src/index.js";
import { providers, specsFolder } from "./providers.js";
import { languages, shelfEvidence, shelfSpec } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

async function drafted(evidence: Evidence): Promise<{ readonly path: string; readonly verification: Verification }> {
  const path = `${await temporaryFolder({ "openapi.yaml": draftSpec(evidence) })}/openapi.yaml`;
  return { path, verification: verify(await loadSpec(path, "openapi.yaml"), evidence, []) };
}

function openFacts({ findings }: Verification): readonly string[] {
  return findings.filter(({ verdict }) => verdict !== "confirmed").map(({ fact }) => fact.id);
}

async function evidenceOf(provider: string): Promise<Evidence> {
  return parseEvidence(await readFile(`${specsFolder}/${provider}/evidence.json`, "utf8"));
}

describe.each(languages)("a draft from the pages of a %s SDK", (language) => {
  it("says all that the pages say, and is a document that can be generated from", async () => {
    const { path, verification } = await drafted(await shelfEvidence(language));
    const { document, diagnostics } = await loadDocument(path);
    expect(openFacts(verification)).toEqual([]);
    expect(diagnostics).toEqual([]);
    expect(document && buildModel(document).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("asks a person about what the pages do not show", async () => {
    const text = draftSpec(await shelfEvidence(language));
    expect(text.match(/^ *# .*/gm)?.length).toBeGreaterThan(2);
    expect(text).not.toMatch(/How many|Everything there is/);
  });
});

describe("the share of a hand-written spec that a draft has", () => {
  it.each([
    ["igtcloud-entities", 0.99],
    ["opendatasoft-automation", 0.98],
    ["sendauth", 0.99],
    ["ultracart", 0.98],
  ])("is for %s at least %d", async (provider, least) => {
    const { path } = await drafted(await evidenceOf(provider));
    const draft = await loadSpec(path, "draft");
    const spec = await loadSpec(`${specsFolder}/${provider}/openapi.yaml`, "openapi.yaml");
    const share: Share = shareOf(spec.json, draft.json);
    expect(share.claims).toBeGreaterThan(280);
    expect(share.shared / share.claims).toBeGreaterThanOrEqual(least);
  });

  it("is all of a spec that says what the pages say", async () => {
    const spec = await shelfSpec();
    expect(shareOf(spec.json, spec.json)).toMatchObject({ lacking: [] });
  });
});

describe.each(providers)("the draft of %s", (provider) => {
  it("has no finding by the rules that the specs of this repository have to meet", async () => {
    const { path } = await drafted(await evidenceOf(provider));
    const config = await loadConfig({ configPath: fileURLToPath(new URL("../../../redocly.yaml", import.meta.url)) });
    const problems = await lint({ ref: path, config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });
});

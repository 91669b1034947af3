import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { buildModel, loadDocument } from "@facsimile/document";
import { lint, loadConfig } from "@redocly/openapi-core";
import { describe, expect, it } from "vitest";
import {
  draftSpec,
  type Evidence,
  loadSpec,
  parseEvidence,
  readDocumentation,
  type Share,
  shareOf,
  type Verification,
  verify,
} from "../src/index.js";
import { valueAt } from "../src/spec/json.js";
import { operationsOf } from "../src/spec/operations.js";
import { providers, specsFolder } from "./providers.js";
import { changedPages, languages, shelfEvidence, shelfPages, shelfSpec } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

async function drafted(evidence: Evidence): Promise<{ readonly path: string; readonly verification: Verification }> {
  const path = `${await temporaryFolder({ "openapi.yaml": draftSpec(evidence) })}/openapi.yaml`;
  return { path, verification: verify(await loadSpec(path, "openapi.yaml"), evidence, []) };
}

function openFacts({ findings }: Verification): readonly string[] {
  const disagrees = new Set<string>(["contradicted", "missing"]);
  return findings.filter(({ verdict }) => disagrees.has(verdict)).map(({ fact }) => fact.id);
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
    // Pages of the tags layout leave less open: they show where parameters travel, and the body of each status.
    expect(text.match(/^ *# .*/gm)?.length).toBeGreaterThan(language === "python-tags" ? 1 : 2);
    expect(text).not.toMatch(/How many|Everything there is/);
  });
});

describe("a draft from pages that allow null", () => {
  const author = "[**Author**](Author.md) |  | [optional]";
  const mayBeNull = { type: "null" };
  it.each([
    [
      "python",
      "**Author, none_type** |  | [optional]",
      { oneOf: [{ $ref: "#/components/schemas/Author" }, mayBeNull] },
    ],
    [
      "python",
      "**str, int, none_type** |  | [optional]",
      { oneOf: [{ oneOf: [{ type: "string" }, { type: "integer" }] }, mayBeNull] },
    ],
    [
      "python",
      '**str, none_type** |  | [optional] must be one of ["Poe", ]',
      { type: ["string", "null"], enum: ["Poe", null] },
    ],
    [
      "python",
      '**[str], none_type** |  | [optional] must be one of ["Poe", ]',
      { type: ["array", "null"], items: { type: "string", enum: ["Poe"] } },
    ],
    [
      "python",
      "**Author, none_type** | May be null | [optional]",
      { oneOf: [{ $ref: "#/components/schemas/Author" }, mayBeNull], description: "Author." },
    ],
    ["python", "**object, none_type** |  | [optional]", {}],
    ["typescript", "**any &#124; null** |  | [optional]", {}],
    [
      "typescript",
      "**'Poe' &#124; 'Twain' &#124; null** |  | [optional]",
      { type: ["string", "null"], enum: ["Poe", "Twain", null] },
    ],
  ] as const)("allows it as well: %s %s as %j", async (language, row, schema) => {
    const { evidence } = readDocumentation("shelf", await changedPages(language, "docs/Book.md", author, row));
    if (evidence === undefined) throw new Error("the pages were not understood");
    const { verification } = await drafted(evidence);
    expect(openFacts(verification)).toEqual([]);
    expect(valueAt(verification.spec.json, "/components/schemas/Book/properties/author")).toEqual(schema);
  });
});

describe("a draft from pages with wire names", () => {
  it.each([
    ["csv", { style: "form", explode: false }],
    ["ssv", { style: "spaceDelimited", explode: false }],
    ["multi", { style: "form", explode: true }],
  ])("sends an array that is documented as %s as %j", async (format, style) => {
    const genre = { wire: "genre", in: "query", collection_format: format };
    const text = JSON.stringify({ operations: { list_books: { parameters: { genre } } } });
    const { evidence } = readDocumentation("shelf", [...(await shelfPages("python")), { file: "wire.json", text }]);
    if (evidence === undefined) throw new Error("the pages were not understood");
    const { verification } = await drafted(evidence);
    const parameters = operationsOf(verification.spec.json).flatMap((operation) => operation.parameters);
    expect(openFacts(verification)).toEqual([]);
    expect(parameters.find(({ name }) => name === "genre")?.node).toMatchObject(style);
  });
});

describe("the share of a hand-written spec that a draft has", () => {
  it.each([
    ["igtcloud-entities", 0.99],
    // Two parameters are whole numbers from 0 there, of which the page says otherwise.
    ["opendatasoft-automation", 0.97],
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

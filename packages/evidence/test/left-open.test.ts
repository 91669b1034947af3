import { describe, expect, it } from "vitest";
import {
  draftSpec,
  type Evidence,
  linesOf,
  loadSpec,
  parseWaivers,
  readDocumentation,
  type Verification,
  verify,
} from "../src/index.js";
import { changedPages, languages, provenEvidence, shelfEvidence, shelfSpec, shelfText } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

const two = "[shelf_key](../README.md#shelf_key), [shelf_name](../README.md#shelf_name)";

/** The Java pages, on which the first operation names two schemes. */
async function withTwoSchemes(sample = "", statement?: string): Promise<Evidence> {
  const pages = (await changedPages("java", "docs/BooksApi.md", "[shelf_key](../README.md#shelf_key)", two)).map(
    (page) =>
      page.file === "docs/BooksApi.md"
        ? { ...page, text: page.text.replace("```java\n", `\`\`\`java\n${sample}`) }
        : page,
  );
  const page = {
    file: "authorization.md",
    text: `# Shelf\n\n| scheme | type | where |\n|---|---|---|\n| \`shelf_key\` | API key | header \`X-Shelf-Key\` |\n\n- ${statement}\n`,
  };
  const { evidence, problems } = readDocumentation("shelf", statement === undefined ? pages : [...pages, page]);
  if (evidence === undefined) throw new Error(JSON.stringify(problems));
  return evidence;
}

async function verifySecurity(evidence: Evidence, security: string): Promise<Verification> {
  const text = (await shelfText())
    .replace("operationId: addBook", `operationId: addBook\n      security: ${security}`)
    .replace("    shelf_key:", "    shelf_name: { type: apiKey, in: header, name: X-Shelf-Name }\n    shelf_key:");
  const folder = await temporaryFolder({ "openapi.yaml": text });
  return verify(await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"), evidence, []);
}

function verdictOf({ findings }: Verification, id: string): string | undefined {
  const found = findings.find(({ fact }) => fact.id === id);
  return found && `${found.verdict}: ${found.says}`;
}

const relation = "operation/addBook/security/relation";
const and = "[{ shelf_key: [], shelf_name: [] }]";
const or = "[{ shelf_key: [] }, { shelf_name: [] }]";

describe("two schemes of which no page says how they go together", () => {
  it("are assumed, whatever the spec makes of them", async () => {
    const evidence = await withTwoSchemes();
    const [together, apart] = [await verifySecurity(evidence, and), await verifySecurity(evidence, or)];
    expect(verdictOf(together, relation)).toBe(
      "assumed: needs shelf_key with shelf_name, and no page says how they go together",
    );
    expect(verdictOf(apart, relation)).toBe(
      "assumed: lets a caller choose one of the schemes, and no page says how they go together",
    );
    expect([together.passed, apart.passed]).toEqual([false, false]);
    const faults = linesOf(together, "waivers.yaml").filter(({ isFault }) => isFault);
    expect(faults).toContainEqual(expect.objectContaining({ kind: "assumed", subject: relation }));
  });

  it("are asked about in a draft", async () => {
    expect(draftSpec(await withTwoSchemes())).toMatch(
      /# The page names shelf_key and shelf_name \(docs\/BooksApi\.md:\d+\), and not how they go together: /,
    );
  });

  it.each([
    ["Either scheme is enough (OR).", or],
    ["Every operation needs it.", and],
  ])("are decided by the statement %j", async (statement, security) => {
    expect((await withTwoSchemes("", statement)).facts.map(({ id }) => id)).not.toContain(relation);
    const draft = draftSpec(await withTwoSchemes("", statement));
    expect(draft).not.toContain("how they go together");
    expect(draft.includes("- shelf_key: []\n          shelf_name: []")).toBe(security === and);
  });

  it("are decided by a sample that gives one of them", async () => {
    const evidence = await withTwoSchemes('client.getAuthentication("shelf_key");\n');
    const id = "operation/addBook/example/credentials";
    expect(verdictOf(await verifySecurity(evidence, or), id)).toBe("confirmed: ");
    expect(verdictOf(await verifySecurity(evidence, and), id)).toBe(
      "contradicted: does not let a caller do with shelf_key",
    );
  });

  it("are not decided by a sample that gives both", async () => {
    const sample = 'client.getAuthentication("shelf_key");\nclient.getAuthentication("shelf_name");\n';
    expect((await withTwoSchemes(sample)).facts.map(({ id }) => id)).toContain(relation);
  });
});

// The pages of the tags layout show every name as it travels.
const spelled = languages.filter((language) => language !== "python-tags");

describe.each(spelled)("the names on %s pages", (language) => {
  it("are spelled alike, which is no proof, until wire.json has them", async () => {
    const guessed = verify(await shelfSpec(), await shelfEvidence(language), []);
    const proven = verify(await shelfSpec(), await provenEvidence(language), []);
    const alike = guessed.findings.filter(({ verdict }) => verdict === "spelled alike");
    // A parameter in the path is named there, a body has no name, and a sample in Python shows that of a header.
    expect(alike.length).toBe(language === "python" ? 14 : 15);
    expect(guessed.passed).toBe(false);
    expect(proven.findings.filter(({ verdict }) => verdict === "spelled alike")).toEqual([]);
  });

  it("are waived one by one, or with a * for all of a kind", async () => {
    const text = ["operation/*/parameter/*/spelling", "model/*/property/*/spelling"]
      .map((fact) => `- fact: ${fact}\n  reason: The provider has told us so.\n`)
      .join("");
    const { findings, needless } = verify(
      await shelfSpec(),
      await shelfEvidence(language),
      parseWaivers(text, "waivers.yaml"),
    );
    expect(findings.filter(({ verdict }) => verdict === "spelled alike")).toEqual([]);
    expect(needless).toEqual([]);
  });
});

describe("a waiver with a *", () => {
  it("does not explain what is contradicted", async () => {
    const text = "- fact: operation/*/parameter/*/default\n  reason: They are all wrong.\n";
    const folder = await temporaryFolder({ "openapi.yaml": (await shelfText()).replace("default: 20", "default: 50") });
    const spec = await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml");
    const { findings, needless } = verify(spec, await provenEvidence("java"), parseWaivers(text, "waivers.yaml"));
    expect(findings.filter(({ verdict }) => verdict === "contradicted")).toHaveLength(1);
    expect(needless).toHaveLength(1);
  });
});

describe("SDKs in TypeScript that keep the names of properties", () => {
  it("show it by one that the language would spell otherwise", async () => {
    const pages = await changedPages("typescript", "docs/Book.md", "writtenOn", "written_on");
    const { evidence } = readDocumentation("shelf", pages);
    expect(evidence?.facts.filter(({ id }) => /^model.*spelling$/.test(id))).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { textMark } from "../src/facts/text-mark.js";
import { draftSpec, loadSpec, type PageSource, readDocumentation, verify } from "../src/index.js";
import { factsWith, shelfPages } from "./shelf.js";
import { temporaryFolder } from "./temporary.js";

describe("a Python page with the single property `value`", () => {
  const text = (sample: string): string =>
    `# Choice\n\n## Properties\n\nName | Type | Description | Notes\n---- | ---- | ---- | ----\n**value** | **str** |  | \n${sample}\n[[Back to README]](../README.md)\n`;
  const page = (sample: string): PageSource => ({ file: "docs/Choice.md", text: text(sample) });

  it("is a model that is no object where the generation has no samples of models", async () => {
    expect(await factsWith("python", page(""), "model/Choice")).toEqual({
      "model/Choice": "alias",
      "model/Choice/type": "string",
    });
  });

  it("says of the model what it says of the value", async () => {
    const rows = (words: string, notes: string): string => `**value** | **str** | ${words} | ${notes}`;
    const said = page("").text.replace("**value** | **str** |  | ", rows("Which one", "[readonly]"));
    const factsOf = (text: string): Promise<unknown> =>
      factsWith("python", { file: "docs/Choice.md", text }, "model/Choice");
    const described = { "model/Choice/description": textMark("Which one"), "model/Choice/read-only": true };
    const alias = { "model/Choice": "alias", "model/Choice/type": "string" };
    expect(await factsOf(said)).toEqual({ ...alias, ...described });
    const titled = (words: string): string => said.replace("# Choice\n", `# Choice\n\n${words}\n`);
    expect(await factsOf(titled("Which one"))).toEqual({ ...alias, ...described });
    expect(await factsOf(titled("A choice"))).toEqual({
      ...alias,
      ...described,
      "model/Choice/description": textMark("A choice"),
      "model/Choice/value-description": textMark("Which one"),
    });
  });

  it("makes a draft that its own evidence confirms where the value is read-only", async () => {
    const text = page("").text.replace("**value** | **str** |  | ", "**value** | **str** | Which one | [readonly]");
    const { evidence } = readDocumentation("shelf", [
      ...(await shelfPages("python")),
      { file: "docs/Choice.md", text },
    ]);
    if (evidence === undefined) throw new Error("the pages are read");
    const draft = draftSpec(evidence);
    expect(draft).toMatch(/Choice:\n( {6}.*\n)*? {6}readOnly: true/);
    const folder = await temporaryFolder({ "openapi.yaml": draft });
    const { findings } = verify(await loadSpec(`${folder}/openapi.yaml`, "openapi.yaml"), evidence, []);
    const ofChoice = findings.filter(({ fact }) => fact.id.startsWith("model/Choice"));
    expect(ofChoice.map(({ verdict }) => verdict)).toEqual(["confirmed", "confirmed", "confirmed", "confirmed"]);
  });

  it("is an object where it has", async () => {
    expect(await factsWith("python", page("\n## Example\n\n```python\nChoice()\n```\n"), "model/Choice")).toMatchObject(
      {
        "model/Choice": "object",
        "model/Choice/property/value/type": "string",
      },
    );
  });
});

import { existsSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printEvidence } from "../../evidence/src/index.js";
import { fixture, shelfEvidence } from "../../evidence/test/shelf.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { run } from "./shelf-specs.js";

describe("facsimile evidence", () => {
  it("writes the facts, and says how many there are", async () => {
    const folder = await temporaryFolder({});
    const { code, out, err } = await run(
      "evidence",
      [fixture("java"), "--provider", "shelf", "--out", "evidence.json"],
      folder,
    );
    expect({ code, out, err }).toEqual({
      code: 0,
      out: 'shelf: 4 pages, 3 operations, 5 parameters, 5 statuses, 1 headers, 2 models, 12 properties, 1 enumerations, 95 facts\n15 of 17 names are guessed: the pages show the SDK\'s spelling of them. "facsimile wire" looks for more.\n',
      err: "",
    });
    expect(await readFile(join(folder, "evidence.json"), "utf8")).toBe(printEvidence(await shelfEvidence("java")));
  });

  it("counts the samples that show nothing", async () => {
    const folder = await temporaryFolder({});
    await cp(fixture("java"), join(folder, "docs"), { recursive: true });
    const page = join(folder, "docs/docs/Author.md");
    const samples = ["## Example", "Or:", "Or:"].map(
      (above) => `${above}\n\n\`\`\`json\n{ "fullName": "Ann" }\n\`\`\`\n`,
    );
    await writeFile(page, `${await readFile(page, "utf8")}\n\n${samples.join("\n")}`);
    const { out } = await run("evidence", ["docs", "--out", "evidence.json"], folder);
    expect(out).toContain("\n14 of 17 names are guessed");
    expect(out).toContain(
      "\n2 of 3 samples in JSON show nothing: no heading or sentence above says what they are of, or they are no JSON (docs/Author.md:18 is the first).\n",
    );
  });

  it("prints them where no file is given", async () => {
    const { code, out } = await run("evidence", [fixture("go"), "--provider", "shelf"], "/");
    expect({ code, out }).toEqual({ code: 0, out: printEvidence(await shelfEvidence("go")) });
  });

  it("writes nothing where a page is not understood", async () => {
    const folder = await temporaryFolder({ "docs/Poem.md": "# Roses\n" });
    const { code, err } = await run("evidence", ["docs", "--out", "evidence.json"], folder);
    expect(code).toBe(1);
    expect(err).toContain("Poem.md: this is no page of operations, of a model or of authorization.");
    expect(existsSync(join(folder, "evidence.json"))).toBe(false);
  });

  it("writes what it has understood with --keep-going, and fails all the same", async () => {
    const folder = await temporaryFolder({});
    await cp(fixture("java"), join(folder, "docs"), { recursive: true });
    await writeFile(join(folder, "docs/Poem.md"), "# Roses\n");
    const { code, out, err } = await run("evidence", ["docs", "--keep-going", "--out", "evidence.json"], folder);
    expect(code).toBe(1);
    expect(err).toContain("Poem.md: this is no page of operations, of a model or of authorization.");
    expect(out).toContain("1 places were not understood. No verification passes with them.");
    expect(await readFile(join(folder, "evidence.json"), "utf8")).toContain('"id":"unread/1"');
  });

  it("tells of a folder that is not there", async () => {
    const { code, err } = await run("evidence", ["nowhere"], await temporaryFolder({}));
    expect(code).toBe(1);
    expect(err).toMatch(/nowhere: there is no Markdown page in this folder\./);
  });
});

describe("facsimile evidence --wire", () => {
  it("takes names that lie beside the spec, and says when the folder of the pages has others", async () => {
    const wire = JSON.stringify({
      operations: { listBooks: { parameters: { pageSize: { wire: "page_size", in: "query" } } } },
    });
    const folder = await temporaryFolder({ "names.json": wire });
    await cp(fixture("java"), join(folder, "docs"), { recursive: true });
    const args = ["docs", "--out", "evidence.json", "--wire", "names.json"];
    expect((await run("evidence", args, folder)).code).toBe(0);
    expect(await readFile(join(folder, "evidence.json"), "utf8")).toContain(
      '"id":"wire/operation/listBooks/parameter/pageSize/name","page":"wire.json","line":1,"value":"page_size"',
    );
    await writeFile(join(folder, "docs", "wire.json"), wire);
    const two = await run("evidence", args, folder);
    expect([two.code, two.err]).toEqual([
      1,
      "names.json: the folder of the pages has wire.json, and this is another one. Give one of them.\n",
    ]);
    await rm(join(folder, "docs", "wire.json"));
    const none = await run("evidence", [...args.slice(0, -1), "nowhere.json"], folder);
    expect([none.code, none.err]).toEqual([1, expect.stringMatching(/^nowhere\.json: there is no such file\./)]);
  });
});

describe("facsimile wire", () => {
  it("writes what the source of the SDK states, and overwrites nothing", async () => {
    const source = 'public class Book {\n  @SerializedName("writtenOn")\n  private LocalDate writtenOn;\n';
    const folder = await temporaryFolder({ "sdk/Book.java": source });
    const args = [fixture("java"), "--source", "sdk", "--out", "wire.json"];
    expect(await run("wire", args, folder)).toEqual({
      code: 0,
      out: "2 names are stated, and 14 are left open.\n",
      err: "",
    });
    const wire = JSON.parse(await readFile(join(folder, "wire.json"), "utf8"));
    expect(wire.models.Book.properties).toMatchObject({ writtenOn: "writtenOn", title: null });
    expect(wire.models.Book.from).toEqual({ writtenOn: "Book.java:3" });
    const second = await run("wire", args, folder);
    expect(second.code).toBe(1);
    expect(second.err).toContain("wire.json: there is such a file already, and none is overwritten.");
  });

  it.each([
    [[], 2, "name one folder of documentation pages"],
    [["nowhere"], 1, "there is no Markdown page in this folder"],
  ])("answers %j with code %i", async (args, code, message) => {
    const outcome = await run("wire", args, await temporaryFolder({}));
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(message);
  });
});

describe("facsimile draft", () => {
  it("writes a spec, and overwrites none", async () => {
    const folder = await temporaryFolder({ "evidence.json": printEvidence(await shelfEvidence("java")) });
    expect((await run("draft", ["evidence.json", "--out", "openapi.yaml"], folder)).code).toBe(0);
    const text = await readFile(join(folder, "openapi.yaml"), "utf8");
    const second = await run("draft", ["evidence.json", "--out", "openapi.yaml"], folder);
    expect(second).toEqual({
      code: 1,
      out: "",
      err: "facsimile draft: openapi.yaml: there is such a file already, and a draft overwrites none. Give another name.\n",
    });
    expect(await readFile(join(folder, "openapi.yaml"), "utf8")).toBe(text);
  });

  it.each([
    [["evidence.json"], 2, "name the file to write with --out"],
    [[], 2, "name one file of facts"],
    [["none.json", "--out", "x.yaml"], 1, 'none.json: there is no such file. Make it with "facsimile evidence".'],
  ])("answers %j with code %i", async (args, code, message) => {
    const outcome = await run("draft", args, await temporaryFolder({}));
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(message);
  });
});

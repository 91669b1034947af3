import { existsSync } from "node:fs";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printEvidence } from "../../evidence/src/index.js";
import { fixture, provenEvidence, shelfEvidence, shelfText } from "../../evidence/test/shelf.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { type Outcome, runIn } from "./run-facsimile.js";

function run(name: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return runIn(cwd, [name, ...args]);
}

async function specsWith(change: (spec: string) => string, waivers?: string): Promise<string> {
  const evidence = printEvidence(await provenEvidence("java"));
  const files = { "specs/shelf/openapi.yaml": change(await shelfText()), "specs/shelf/evidence.json": evidence };
  return temporaryFolder(waivers === undefined ? files : { ...files, "specs/shelf/waivers.yaml": waivers });
}

/** The one claim of the shelf's spec that the Java pages do not state is marked. */
const assume = (spec: string): string =>
  spec.replace("format: date-time }", "format: date-time, x-assumed: A book that is here was not lent. }");

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

describe("facsimile verify --questions", () => {
  it("writes a checklist with links to the pages", async () => {
    const folder = await specsWith((spec) => spec);
    const args = ["shelf", "--questions", "specs/shelf/questions.md", "--pages", fixture("java")];
    expect((await run("verify", args, folder)).code).toBe(1);
    expect(await readFile(join(folder, "specs/shelf/questions.md"), "utf8")).toMatch(
      /^# Questions about shelf\n\n1 open\.[\s\S]*\n- \[ \] \*\*Book\*\*: No page states schema Book\.lentAt nullable\. — \[openapi\.yaml:82\]\(openapi\.yaml#L82\)\n$/,
    );
  });

  it("takes one provider, a Markdown file, and pages only for it", async () => {
    const folder = await specsWith((spec) => spec);
    const wrong = [
      ["shelf", "--questions", "a.txt"],
      ["shelf", "shelf", "--questions", "a.md"],
      ["shelf", "--pages", "."],
    ];
    const ended = await Promise.all(wrong.map((args) => run("verify", args, folder)));
    expect(ended.map(({ code, err }) => `${code} ${err.split("\n")[0]}`)).toEqual([
      '2 facsimile verify: a checklist is a file that ends in .md, which "a.txt" does not',
      "2 facsimile verify: --questions goes with one provider",
      "2 facsimile verify: --pages goes with --questions",
    ]);
  });
});

describe("facsimile verify", () => {
  it("prints one row for each provider, and succeeds when all is explained", async () => {
    const { code, out } = await run("verify", [], await specsWith(assume));
    expect(out).toMatch(
      /^assumed: schema Book\.lentAt nullable\n {4}specs\/shelf\/openapi\.yaml:82:9: A book that is here was not lent\.\n\nprovider .*\nshelf {2,}3 .* proved\n$/,
    );
    expect(code).toBe(0);
  });

  it("fails where a claim is neither sourced nor assumed", async () => {
    const { code, out } = await run("verify", ["shelf"], await specsWith((spec) => spec));
    expect(out).toContain(
      "unsourced: schema Book.lentAt nullable\n    specs/shelf/openapi.yaml:82:9: no page states this",
    );
    expect(code).toBe(1);
  });

  it("fails where a fact is contradicted, and where a waiver is needless", async () => {
    const contradicted = (spec: string): string => assume(spec).replace("default: 20", "default: 50");
    const waiver = "- fact: operation/listBooks/parameter/pageSize/default\n  reason: The server was changed.\n";
    expect((await run("verify", [], await specsWith(contradicted))).code).toBe(1);
    expect((await run("verify", [], await specsWith(contradicted, waiver))).code).toBe(0);
    expect((await run("verify", [], await specsWith(assume, waiver))).code).toBe(1);
  });

  it("fails where a text is not the one that was read, until it has been", async () => {
    const folder = await specsWith(assume);
    const args = ["shelf", "--texts-read"];
    expect((await run("verify", args, folder)).code).toBe(0);
    const file = join(folder, "specs/shelf/openapi.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("summary: ", "summary: All the "));
    const changed = await run("verify", ["--format", "unix"], folder);
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining("text-not-read")]);
    expect((await run("verify", args, folder)).code).toBe(0);
    expect((await run("verify", [], folder)).code).toBe(0);
    const both = await run("verify", ["--texts-read", "shelf", "shelf"], folder);
    expect([both.code, both.err.split("\n")[0]]).toEqual([2, "facsimile verify: --texts-read goes with one provider"]);
  });

  it("prints with --quiet what is wrong, and neither what is assumed nor a row", async () => {
    expect(await run("verify", ["--quiet"], await specsWith(assume))).toMatchObject({ code: 0, out: "" });
    const wrong = await specsWith((spec) => assume(spec).replace("default: 20", "default: 50"));
    const { code, out } = await run("verify", ["--quiet"], wrong);
    expect(code).toBe(1);
    expect(out).toMatch(/^contradicted: operation\/listBooks\/parameter\/pageSize\/default /);
    expect(out).not.toMatch(/^assumed|^provider/m);
  });

  it("takes the path of a folder in the place of a provider", async () => {
    const folder = await specsWith(assume);
    expect((await run("verify", [join(folder, "specs/shelf/")], "/")).code).toBe(0);
  });

  it("prints JSON", async () => {
    const { out } = await run(
      "verify",
      ["--json"],
      await specsWith((spec) => spec.replace("default: 20", "default: 50")),
    );
    const [shelf] = JSON.parse(out).providers;
    expect(JSON.parse(out).passed).toBe(false);
    expect(shelf).toMatchObject({
      provider: "shelf",
      counts: { operations: 3 },
      verdicts: { contradicted: 1, missing: 0 },
    });
    expect(shelf.lines[0]).toEqual({
      kind: "contradicted",
      subject: "operation/listBooks/parameter/pageSize/default",
      documented: "20",
      page: "docs/BooksApi.md:72",
      spec: "specs/shelf/openapi.yaml:19:36",
      says: "the spec has the default 50",
      isFault: true,
    });
  });

  it("writes a report as a page that takes every text as text", async () => {
    const folder = await specsWith((spec) =>
      spec.replace("enum: [here, lent]", 'enum: [here, lent, "<script>|*x*</script>"]'),
    );
    expect((await run("verify", ["--report", "report.html"], folder)).code).toBe(1);
    expect((await run("verify", ["--report", "report.md"], folder)).code).toBe(1);
    const html = await readFile(join(folder, "report.html"), "utf8");
    const markdown = await readFile(join(folder, "report.md"), "utf8");
    expect(html).toContain("&#60;script&#62;");
    expect(html).not.toContain("<script>");
    expect(markdown).toContain("\\<script\\>\\|\\*x\\*\\</script\\>");
  });

  it.each([
    [
      ["--report", "report.pdf"],
      2,
      'facsimile verify: a report is a file that ends in .html or .md, which "report.pdf" does not\nSee facsimile verify --help.\n',
    ],
    [["--loud"], 2, "unknown option --loud"],
    [["atlantis"], 1, 'specs/atlantis/evidence.json: there is no such file. Make it with "facsimile evidence".'],
  ])("answers %j with code %i", async (args, code, message) => {
    const outcome = await run("verify", args, await specsWith(assume));
    expect(outcome.code).toBe(code);
    expect(outcome.err).toContain(message);
    expect(outcome.err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ["evidence.json", "{", "specs/shelf/evidence.json: it is not JSON: "],
    ["evidence.json", '{"format":9}', "specs/shelf/evidence.json: its format is 9, and 1 is needed. "],
    [
      "evidence.json",
      '{"format":1,"provider":"a","family":"go","pages":[{"file":"a.md","role":"poem","digest":"sha256:"}]}',
      'specs/shelf/evidence.json: item 1 of "pages" is not of the form that is needed. ',
    ],
    [
      "evidence.json",
      '{"format":1,"provider":"a","family":"go","pages":[],"facts":[],"differences":[{"id":"a","kept":{"page":"a.md","line":1},"dropped":{"page":"a.md","line":1}}]}',
      'specs/shelf/evidence.json: item 1 of "differences" is not of the form that is needed. ',
    ],
    ["openapi.yaml", "openapi: 3.1.0\ninfo: [\n", "specs/shelf/openapi.yaml:3:1 error "],
    ["waivers.yaml", "- fact: a\n", 'specs/shelf/waivers.yaml:1:3: This waiver has no "reason".'],
  ])("tells where %s is not what it should be", async (name, text, message) => {
    const files = {
      "specs/shelf/openapi.yaml": await shelfText(),
      "specs/shelf/evidence.json": printEvidence(await shelfEvidence("java")),
    };
    const { code, err } = await run("verify", [], await temporaryFolder({ ...files, [`specs/shelf/${name}`]: text }));
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
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

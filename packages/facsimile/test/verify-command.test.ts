import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printEvidence } from "../../evidence/src/index.js";
import { shelfEvidence, shelfText } from "../../evidence/test/shelf.js";
import { temporaryFolder } from "../../evidence/test/temporary.js";
import { assume, run, specsWith } from "./shelf-specs.js";

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

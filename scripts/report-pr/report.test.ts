import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../repository.js";
import type { Base } from "./base.js";
import { cutLines, longestComment, reportOf } from "./report.js";

const folder = mkdtempSync(path.join(tmpdir(), "facsimile-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

type Files = Readonly<Record<string, string>>;

function write(home: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(home, name)), { recursive: true });
    writeFileSync(path.join(home, name), text);
  }
}

/** A repository with one commit, and a working copy that differs. */
function repository(name: string, before: Files, after: Files): Base {
  const home = path.join(folder, name);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: home,
      encoding: "utf8",
    });
  write(home, { "packages/README.md": "", ...before });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "base");
  cpSync(home, `${home}-before`, { recursive: true });
  write(home, after);
  const commit = git("rev-parse", "HEAD").trim();
  return { commit, before: `${home}-before`, after: home, unbuilt: "it was not tried", close: async () => {} };
}

function shelf(values: readonly string[]): string {
  const parameters = [{ name: "status", in: "query", schema: { enum: values } }];
  const operation = { operationId: "listBooks", parameters, responses: { 204: { description: "done" } } };
  const document = { openapi: "3.1.0", info: { title: "S", version: "1" }, paths: { "/books": { get: operation } } };
  // JSON is YAML.
  return JSON.stringify(document);
}

const hostile = "</details>\n\n# @everyone <img src=x> [a](https://example.com) ```` | #1 \u202e";

describe("the report about a pull request", () => {
  it("has what changed of each spec with the bump, coverage, and public surfaces", async () => {
    const base = repository(
      "shelf",
      { "specs/shelf/openapi.yaml": shelf(["lent", "free"]), "api/shelf.api.md": "one\ntwo\n" },
      {
        "specs/shelf/openapi.yaml": shelf(["lent"]),
        "specs/tea/openapi.yaml": shelf(["green"]),
        "api/shelf.api.md": "one\nthree\n",
      },
    );
    const report = await reportOf(base);
    expect(report).toMatch(/^### What this changes, since `[0-9a-f]{12}`\n/);
    expect(report).toContain("| shelf | 3 | 0 | 0 | 0 | 0 | minor |\n| tea |  |  |  |  |  | new |\n");
    expect(report).toMatch(/^\| shelf \| 1 \| 13 → 11 \(−2\) \|/m);
    expect(report).toMatch(/^\| tea \| — → 1 \|/m);
    expect(report).toContain("-two\n+three\n");
    expect(report).toContain("breaking");
    expect(report).toContain("The base could not be built");
  });

  it("says that nothing has changed, and of evidence what there was", async () => {
    const specs = ["openapi.yaml", "evidence.json"].map((name) => `specs/sendauth/${name}`);
    const base = repository("same", {}, {});
    for (const home of [base.before, base.after])
      for (const name of specs) cpSync(path.join(root, name), path.join(home, name));
    execFileSync("git", ["add", "."], { cwd: base.after });
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "specs"], { cwd: base.after });
    const commit = execFileSync("git", ["rev-parse", "HEAD"], { cwd: base.after, encoding: "utf8" }).trim();
    const report = await reportOf({ ...base, commit });
    expect(report).toContain("No spec has changed.");
    expect(report).toMatch(/^\| sendauth \| \d+ \| \d+ \| 0 \| 0 \| 0 \| 0 \| 1 \|$/m);
    expect(report).not.toContain("Public surfaces");
  });

  it("has no markup, mention or hidden character of others, and fits a comment", async () => {
    const many = Array.from({ length: 800 }, (_, index) => `${hostile}${index}`);
    const name = "sh|elf<b>@x`y";
    const base = repository(
      "hostile",
      { [`specs/${name}/openapi.yaml`]: shelf([...many, "kept"]), "api/x.api.md": "kept\n````\n" },
      { [`specs/${name}/openapi.yaml`]: shelf(["kept"]), "api/x.api.md": ["kept", "````", ...many, ""].join("\n") },
    );
    const report = await reportOf(base);
    expect(report.length).toBeLessThan(longestComment);
    // What stands in code is text.
    const marked = report.replace(/^(`{3,})diff\n[\s\S]*?\n {0,3}\1`*$/gm, "").replace(/(`+)[^`\n]+\1/g, "");
    expect(marked).not.toMatch(/@everyone|@x|<img|\]\(|<b>|(?<!&)#1/);
    expect(report).not.toMatch(/[\p{Cf}]/u);
    const tags = marked.match(/<\/?[a-z]+/g) ?? [];
    expect(new Set(tags)).toEqual(new Set(["<details", "</details", "<summary", "</summary", "<sub", "</sub"]));
    expect(tags.filter((tag) => tag === "<details")).toHaveLength(tags.filter((tag) => tag === "</details").length);
  });

  it("says what there was no room for", () => {
    expect(cutLines("a\nb\n", 100)).toBe("a\nb\n");
    const cut = cutLines("line\n".repeat(1000), 1000);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1000);
    expect(cut).toMatch(/_\d+ more lines have no room here\._\n$/);
  });
});

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { root } from "../repository.js";
import { verifyDocument } from "./prove.js";
import { findWireNames, readPages, writeDocument } from "./read.js";
import { findUnwired } from "./wiring.js";
import { openWorkbench } from "./workbench.js";

const into = mkdtempSync(path.join(tmpdir(), "facsimile-provider-"));
const docs = path.join(into, "pages");
cpSync(path.join(root, "packages", "evidence", "test", "fixtures", "python"), docs, { recursive: true });
afterAll(() => rmSync(into, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function provider(...args: readonly string[]): Ended {
  const tsx = path.join(root, "node_modules", "tsx", "dist", "cli.mjs");
  const script = path.join(root, "scripts", "provider.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsx, script, ...args, "--into", into], {
    encoding: "utf8",
  });
  return { code: status, out: stdout, err: stderr };
}

const fileOf = (...parts: readonly string[]): string => path.join(into, ...parts);
const read = (...parts: readonly string[]): string => readFileSync(fileOf(...parts), "utf8");

const patience = { timeout: 120_000 };

it(
  "makes all of a provider, of which the contract is as documented, and names it where every provider is named",
  patience,
  async () => {
    for (const file of ["turbo.json", "README.md"]) cpSync(path.join(root, file), fileOf(file));
    for (const folder of ["api", ".changeset"]) mkdirSync(fileOf(folder));
    const { code, out, err } = provider(docs, "shelf");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/✓ hold the package against the document .* \d+ cases, 0 failed/);
    expect(out).toMatch(/^shelf: 3 operations, as documented, \d+ questions are open: specs\/shelf\/questions\.md$/m);
    expect(readdirSync(fileOf("specs", "shelf")).sort()).toEqual([
      "evidence.json",
      "openapi.yaml",
      "questions.md",
      "wire.json",
    ]);
    expect(JSON.parse(read("packages", "shelf", "package.json")).name).toBe("@facsimile/shelf");
    expect(existsSync(fileOf("packages", "shelf", "dist", "index.js"))).toBe(true);
    expect(await findUnwired(into, "shelf")).toEqual([]);
    expect(read("README.md")).toMatch(
      /\| \[`@facsimile\/shelf`\]\(packages\/shelf\) \| .+ \| 3 \|\n<!-- end of providers -->/,
    );
    expect(read("api", "shelf.api.md")).toContain("type AddBookInput,\n");
    expect(read("api", "shelf.api.md").match(/^## Handed on from .*$/gm)).toContain(
      "## Handed on from @facsimile/runtime",
    );
    expect(read("api", "shelf.api.md")).not.toContain(root);
    expect(read(".changeset", "first-shelf.md")).toMatch(
      /^---\n"@facsimile\/shelf": minor\n---\n\nThe first version: /,
    );
    const [, page = "", line] = /\]\(([^)]*BooksApi\.md)#L(\d+)\)/.exec(read("specs", "shelf", "questions.md")) ?? [];
    expect(read("specs", "shelf", page).split("\n")[Number(line) - 1]).toMatch(/\S/);
  },
);

it("writes nothing where a page is not understood, and says where", patience, () => {
  const evidence = read("specs", "shelf", "evidence.json");
  const page = path.join(docs, "docs", "Book.md");
  const text = readFileSync(page, "utf8");
  writeFileSync(page, text.replace("**title** | **str**", "**title** | **Lis[**"));
  const { code, err } = provider(docs, "shelf");
  writeFileSync(page, text);
  expect(code).toBe(1);
  expect(err).toMatch(/^docs\/Book\.md:\d+: /m);
  expect(err).not.toMatch(/^ +at /m);
  expect(read("specs", "shelf", "evidence.json")).toBe(evidence);
});

it("drafts again what nobody has changed, and keeps a document that is more than a draft", patience, async () => {
  const order = { name: "shelf", docs, source: undefined, keepGoing: false, whole: false, into };
  const page = path.join(docs, "docs", "BooksApi.md");
  writeFileSync(page, readFileSync(page, "utf8").replaceAll("/books", "/volumes"));
  const again = await openWorkbench(order);
  expect((await findWireNames(again)).short).toBe("specs/shelf/wire.json");
  await readPages(again);
  expect((await writeDocument(again)).short).toBe("drafted again");
  expect((await verifyDocument(again)).problems).toEqual([]);
  expect(readFileSync(path.join(again.folder, "specs/shelf/openapi.yaml"), "utf8")).toContain("/volumes/{bookId}");
  writeFileSync(fileOf("specs", "shelf", "openapi.yaml"), `${read("specs", "shelf", "openapi.yaml")}# Ours.\n`);
  const changed = await openWorkbench(order);
  await readPages(changed);
  expect((await writeDocument(changed)).short).toBe("kept: it is more than a draft");
  expect((await verifyDocument(changed)).problems).toEqual([
    expect.stringMatching(/^\d+ facts of the pages are not what the document says\.$/),
  ]);
});

it("takes no name that is none, or that a package has", patience, () => {
  expect(provider(docs, "Shelf").code).toBe(2);
  expect(provider(docs).code).toBe(2);
  cpSync(fileOf("packages", "shelf", "package.json"), fileOf("packages", "tool", "package.json"), { recursive: true });
  expect(provider(docs, "tool")).toMatchObject({
    code: 1,
    err: "\npackages/tool is there and no provider's: choose another name.\n",
  });
});

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage, listsDocument, type TestPackage } from "../../test/tea-package.js";
import { readContract, startSubject } from "./contract.js";
import { runCase } from "./run-case.js";

let lists: TestPackage;
beforeAll(async () => {
  lists = await buildPackage(listsDocument, "lists");
}, 120_000);
afterAll(() => lists.remove());

/** What the cases of pages find in a package, a line each. */
async function findingsOfPages(folder: URL): Promise<readonly string[]> {
  const contract = await readContract({ document: listsDocument, package: folder });
  const subject = await startSubject(contract);
  try {
    const found: string[] = [];
    for (const one of contract.cases.filter(({ kind }) => kind === "pages"))
      for (const { message } of await runCase(subject, one)) found.push(`${one.name}: ${message}`);
    return found;
  } finally {
    await subject.close();
  }
}

describe("the cases of pages", () => {
  it("find nothing in a package as it was generated, whatever the style", async () => {
    expect(await findingsOfPages(lists.folder)).toEqual([]);
  });

  it.each([
    ["listByOffset", 'offset: "offset"', 'offset: "limit"'],
    ["listByOffset", 'total: "total"', 'total: "totals"'],
    ["listByOffset", 'items: "data.rows"', 'items: "data.row"'],
    ["listByPage", 'page: "page"', 'page: "size"'],
    ["listByPage", "first: 0", "first: 1"],
    ["listByPage", 'size: "size"', 'size: "sizes"'],
    ["listByCursor", 'cursor: "after"', 'cursor: "before"'],
    ["listByCursor", 'next: "next"', 'next: "nexts"'],
    ["listByLink", 'style: "link"', 'style: "link-header"'],
    ["listByLink", 'next: "next"', 'next: "nexts"'],
    ["listByLinkHeader", 'style: "link-header"', 'style: "link"'],
  ])("find that %s has %s replaced by %s", async (operation, from, to) => {
    const copy = await mkdtemp(`${fileURLToPath(lists.folder).replace(/\/$/, "")}-`);
    const folder = pathToFileURL(`${copy}/`);
    try {
      await cp(lists.folder, folder, { recursive: true });
      // One list a path, which has the name of its style.
      const group = operation.replace("listBy", "").replace("LinkHeader", "Link-Header").toLowerCase();
      const file = new URL(`dist/generated/operations/${group}.js`, folder);
      const built = await readFile(file, "utf8");
      const at = built.indexOf(from, built.indexOf(`const ${operation}Operation`));
      expect(at).toBeGreaterThan(0);
      await writeFile(file, built.slice(0, at) + to + built.slice(at + from.length));
      const found = await findingsOfPages(folder);
      expect(found.filter((line) => line.startsWith(`${operation}: pages`))).not.toEqual([]);
    } finally {
      await rm(copy, { recursive: true });
    }
  });
});

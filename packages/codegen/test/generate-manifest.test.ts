import { describe, expect, it } from "vitest";
import { giveFolders, read, run, spec, write } from "./generate-folder.js";

giveFolders();

describe("generate, of a package.json", () => {
  it("keeps the version, changed ranges, fields of others and the changelog, and owns the rest of package.json", async () => {
    await run();
    const manifest = JSON.parse(read("packages/tea/package.json"));
    manifest.version = "3.1.4";
    manifest.dependencies["@facsimile/runtime"] = "^9.0.0";
    manifest.funding = "https://example.com";
    manifest.scripts.lint = "lint";
    manifest.scripts.test = "npm run lint";
    manifest.scripts.build = "make";
    manifest.type = "commonjs";
    write("packages/tea/package.json", JSON.stringify(manifest));
    write("packages/tea/CHANGELOG.md", "# Changes\n");
    expect((await run()).changes.map(({ path }) => path)).toEqual(["package.json"]);
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({
      version: "3.1.4",
      dependencies: { "@facsimile/runtime": "^9.0.0" },
      funding: "https://example.com",
      scripts: { lint: "lint", test: "npm run lint", build: expect.stringMatching(/^tsc .* --emitDeclarationOnly$/) },
      type: "module",
    });
    expect(read("packages/tea/CHANGELOG.md")).toBe("# Changes\n");
    expect((await run()).outcome).toBe("unchanged");
  });

  it("lets the words of package.json follow the document until somebody changes them", async () => {
    await run();
    write(spec, read(spec).replace("title: Tea House", "title: Coffee House"));
    await run();
    const manifest = JSON.parse(read("packages/tea/package.json"));
    expect(manifest.description).toBe("Typed client for the Coffee House API.");
    expect(manifest.keywords).toEqual(["coffee-house", "api", "client", "openapi", "typescript"]);

    const changed = { license: "ISC", description: "What we drink.", keywords: [...manifest.keywords, "drinks"] };
    write("packages/tea/package.json", JSON.stringify({ ...manifest, ...changed }));
    write(spec, read(spec).replace("title: Coffee House", "title: Water House"));
    await run();
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject(changed);
  });

  it.each([
    ["description", "", ""],
    ["description", "Typed client for the Okapi.", "Typed client for the Okapi."],
    ["description", "Typed client for the TeaAPI.", "Typed client for the Tea House API."],
    ["description", "Typed client for an API.", "Typed client for the Tea House API."],
    ["description", "Typed client for our APIs.", "Typed client for our APIs."],
    ["description", 1, "Typed client for the Tea House API."],
    ["description", undefined, "Typed client for the Tea House API."],
    ["keywords", [], []],
    ["keywords", ["tea"], ["tea"]],
    ["keywords", ["api", "client"], ["api", "client"]],
    ["keywords", "tea", ["tea-house", "api", "client", "openapi", "typescript"]],
  ])("takes %s %j of package.json for what it says", async (field, there, then) => {
    await run();
    const manifest = JSON.parse(read("packages/tea/package.json"));
    write("packages/tea/package.json", JSON.stringify({ ...manifest, [field]: there }));
    await run();
    expect(JSON.parse(read("packages/tea/package.json"))[field]).toEqual(then);
  });

  it("takes the name from the package that is there, and the repository from the nearest package.json above that has one", async () => {
    write(
      "package.json",
      JSON.stringify({ name: "root", license: "MIT", repository: { type: "git", url: "https://example.com/x.git" } }),
    );
    await run({ name: "@acme/*" });
    expect(await run()).toMatchObject({ name: "@acme/tea", outcome: "unchanged" });
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({
      license: "MIT",
      repository: { type: "git", url: "https://example.com/x.git", directory: "packages/tea" },
    });
  });

  it("takes a package.json with a byte order mark as npm takes it", async () => {
    write("package.json", '\uFEFF{ "license": "MIT" }');
    expect((await run()).outcome).toBe("written");
    write("packages/tea/package.json", `\uFEFF${read("packages/tea/package.json").replace("0.1.0", "2.0.0")}`);
    expect(await run()).toMatchObject({ outcome: "written", changes: [{ path: "package.json" }] });
    expect(JSON.parse(read("packages/tea/package.json"))).toMatchObject({ version: "2.0.0", license: "MIT" });
  });
});

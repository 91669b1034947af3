import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  compareSources,
  compileSamples,
  type PackageSources,
  readPackageSources,
  readSamples,
  sampleFindings,
} from "../../src/index.js";

const packages = join(import.meta.dirname, "../../..");
const sendauth = join(packages, "sendauth");
const folder = mkdtempSync(join(tmpdir(), "facsimile-runtime-"));
let old: PackageSources;

beforeAll(async () => {
  old = await readPackageSources(sendauth, join(packages, "runtime"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the runtime's declarations in which a text is another one. */
function runtimeWith(name: string, file: string, before: string, after: string): string {
  const copy = join(folder, name);
  cpSync(join(packages, "runtime/dist"), join(copy, "dist"), { recursive: true });
  cpSync(join(packages, "runtime/package.json"), join(copy, "package.json"));
  const path = join(copy, "dist", file);
  const text = readFileSync(path, "utf8");
  expect(text).toContain(before);
  writeFileSync(path, text.replace(before, after));
  return copy;
}

/** A copy of a package in which a text is another one. */
function packageWith(path: string, before: string, after: string): PackageSources {
  expect(old.files.find((file) => file.path === path)?.text).toContain(before);
  const files = old.files.map((file) => ({
    ...file,
    text: file.path === path ? file.text.replaceAll(before, after) : file.text,
  }));
  return { ...old, files };
}

const describeFindings = async (one: PackageSources, other: PackageSources): Promise<readonly string[]> =>
  (await compareSources(one, other)).map(({ kind, message }) => `${kind}: ${message.replaceAll("`", "")}`);

describe("under one document", () => {
  it("nothing is found between two copies of one runtime", async () => {
    const runtime = runtimeWith("same", "index.d.ts", "export", " export");
    expect(await describeFindings(old, { ...old, runtime })).toEqual([]);
  });

  it("an option of the runtime that is gone is found in the package", async () => {
    const runtime = runtimeWith("option", "options.d.ts", "readonly totalTimeout?: number;", "");
    expect(await describeFindings(old, { ...old, runtime })).toEqual([
      "input-removed: CallOptions.totalTimeout is no longer taken",
    ]);
    expect(await describeFindings({ ...old, runtime }, old)).toEqual([]);
  });

  it("a result of the runtime that is another one is found once, for all operations", async () => {
    const runtime = runtimeWith("result", "result.d.ts", "readonly text?: string | undefined;", "");
    const [finding, ...more] = await compareSources(old, { ...old, runtime });
    expect(finding?.message).toBe("`result.text` is gone");
    expect(finding?.operations).toHaveLength(14);
    expect(more).toEqual([]);
  });

  it("what a package hands on of the runtime counts, and so does what is in it", async () => {
    const runtime = runtimeWith(
      "class",
      "errors/api.d.ts",
      "readonly statusCode: number;",
      "readonly statusCode: number | string;",
    );
    expect(await describeFindings(old, { ...old, runtime })).toEqual([
      "result-widened: ApiError.statusCode may be a string now",
    ]);
    const without = packageWith("src/index.ts", "  unwrap,\n", "");
    expect(await describeFindings(old, without)).toEqual([
      "export-removed: @facsimile/sendauth no longer exports unwrap, which other entries do",
    ]);
  });

  it("what another generator makes of it is found, with its place in the package", async () => {
    const next = packageWith("src/generated/schemas/users.ts", "  email?: string;", "  eMail?: string;");
    const findings = await compareSources(old, next);
    expect(findings.map(({ message }) => message)).toEqual([
      "`UserRequest.email` is no longer taken",
      "`User.email` is gone",
    ]);
    expect(findings[1]?.old).toMatchObject({ file: "src/generated/schemas/users.ts", column: 3 });
    expect(findings[1]?.new).toBeUndefined();
  });

  it("a published package's declarations are compared as well as its source", async () => {
    const files = old.files.filter(({ path }) => path === "package.json");
    const published = await readDeclarations(files);
    expect(await describeFindings(old, published)).toEqual([]);
    expect(
      await describeFindings(published, packageWith("src/generated/operations/users.ts", "getUser(", "readUser(")),
    ).toContain("function-renamed: getUser() is now called readUser()");
  });
});

/** The declarations that the build of the package has made. */
async function readDeclarations(manifest: PackageSources["files"]): Promise<PackageSources> {
  const copy = join(folder, "published");
  cpSync(join(sendauth, "dist"), join(copy, "dist"), { recursive: true });
  writeFileSync(join(copy, "package.json"), manifest[0]?.text ?? "");
  return readPackageSources(copy, old.runtime);
}

describe("the samples of a README", () => {
  const samples = readSamples(readFileSync(join(sendauth, "README.md"), "utf8"), "README.md");

  it("compile with the edition that they were written for", async () => {
    expect(samples.length).toBeGreaterThan(3);
    expect(await compileSamples(old, old, samples)).toEqual({ failures: [], unusable: [] });
  });

  it("are evidence where they no longer compile", async () => {
    const next = packageWith("src/generated/client.ts", "basic: BasicCredential", "key: string");
    const { failures } = await compileSamples(old, next, samples);
    expect(failures.map(({ sample }) => sample.name)).toContain("README.md, sample 1");
    const [finding] = sampleFindings(failures);
    expect(finding).toMatchObject({ kind: "sample-failed", class: "breaking", old: { file: "README.md, sample 1" } });
    expect(finding?.message).toMatch(
      /^README\.md, sample 1 no longer compiles \(line 20\): .*'basic' does not exist in type/,
    );
  });

  it("are none where the old edition did not compile them", async () => {
    const text = 'import { gone } from "@facsimile/sendauth";\ngone();';
    const { failures, unusable } = await compileSamples(old, old, [{ name: "example.ts", text }]);
    expect([failures, unusable.map(({ line }) => line)]).toEqual([[], [1]]);
  });
});

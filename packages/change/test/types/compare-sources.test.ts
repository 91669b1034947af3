import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareSources, type PackageSources, readPackageSources } from "../../src/index.js";
import { runtime as current, packageWith, readSendauth, sendauth } from "./sendauth.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-runtime-"));
let old: PackageSources;

beforeAll(async () => {
  old = await readSendauth();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A copy of the runtime's declarations in which a text of one of them is another one. */
function runtimeWith(name: string, declaration: string, before: string, after: string): string {
  const copy = join(folder, name);
  cpSync(join(current, "dist"), join(copy, "dist"), { recursive: true });
  cpSync(join(current, "package.json"), join(copy, "package.json"));
  const [path = "", text = ""] = fileWith(declaration, join(copy, "dist"));
  const start = text.indexOf(declaration);
  expect(text.slice(start)).toContain(before);
  writeFileSync(path, text.slice(0, start) + text.slice(start).replace(before, after));
  return copy;
}

/** The one file that has a declaration, with its text. */
function fileWith(declaration: string, dist: string): readonly string[] {
  const files = readdirSync(dist).filter((file) => /^(index|shared-\w+)\.d\.ts$/.test(file));
  const texts = files.map((file) => [join(dist, file), readFileSync(join(dist, file), "utf8")]);
  const [found, ...more] = texts.filter(([, text]) => text?.includes(declaration));
  expect(more).toEqual([]);
  return found ?? [];
}

const describeFindings = async (one: PackageSources, other: PackageSources): Promise<readonly string[]> =>
  (await compareSources(one, other)).map(({ kind, message }) => `${kind}: ${message.replaceAll("`", "")}`);

describe("under one document", () => {
  it("nothing is found between two copies of one runtime", async () => {
    const runtime = runtimeWith("same", "declare function unwrap", "declare", " declare");
    expect(await describeFindings(old, { ...old, runtime })).toEqual([]);
  });

  it("an option of the runtime that is gone is found in the package", async () => {
    const runtime = runtimeWith("option", "interface CommonOptions", "readonly totalTimeout?: number;", "");
    expect(await describeFindings(old, { ...old, runtime })).toEqual([
      "input-removed: CallOptions.totalTimeout is no longer taken",
    ]);
    expect(await describeFindings({ ...old, runtime }, old)).toEqual([]);
  });

  it("a result of the runtime that is another one is found once, for all operations", async () => {
    const runtime = runtimeWith("result", "interface Success<", "readonly text?: string | undefined;", "");
    const [finding, ...more] = await compareSources(old, { ...old, runtime });
    expect(finding?.message).toBe("`result.text` is gone");
    expect(finding?.operations).toHaveLength(14);
    expect(more).toEqual([]);
  });

  it("what a package hands on of the runtime counts, and so does what is in it", async () => {
    const runtime = runtimeWith(
      "class",
      "class ApiError",
      "readonly statusCode: number;",
      "readonly statusCode: number | string;",
    );
    expect(await describeFindings(old, { ...old, runtime })).toEqual([
      "result-widened: ApiError.statusCode may be a string now",
    ]);
    const without = packageWith(old, "src/index.ts", "  unwrap,\n", "");
    expect(await describeFindings(old, without)).toEqual([
      "export-removed: @facsimile/sendauth no longer exports unwrap, which other entries do",
    ]);
  });

  it.each([
    {
      what: "what is in a type that the package does not hand out is told by what it hands out",
      within: "interface MiddlewareContext",
      before: "readonly attempt: number;",
      after: "",
      found: ["result-removed: Middleware.onRequest(context).attempt is gone"],
    },
    {
      what: "an alias of the runtime has no name for users",
      within: "type BasicCredential",
      before: "readonly username: string;",
      after: "",
      found: [
        "input-removed: SendAuthCredentials.basic.username is no longer taken",
        "result-removed: SendAuthCredentials.basic.get(refused).username is gone",
      ],
    },
    {
      what: "a type that follows from one of the runtime's is told without its name",
      within: "declare function unwrap",
      before: "Promise<",
      after: "PromiseLike<",
      found: ["result-widened: unwrap() may be PromiseLike now"],
    },
    {
      what: "functions by which the runtime does its work are not told",
      within: "interface Operation<",
      before: "readonly method: ",
      after: "readonly verb: ",
      // Told once, where it is met first: who holds values against schemas of his own gets an operation, and gives one back.
      found: [
        "result-removed: CallOptions.validate(operation).method is gone",
        "input-removed: CallOptions.validate().method is no longer taken",
        "input-required: CallOptions.validate().verb is new and required",
      ],
    },
    {
      what: "an argument that is taken apart is told by its place",
      within: "interface CallContext",
      before: "readonly code?: string;",
      after: "readonly code: string;",
      found: ["input-required: AbortedError(argument 2).code is required now"],
    },
  ])("$what", async ({ within, before, after, found }) => {
    const runtime = runtimeWith(`known ${within}`, within, before, after);
    expect(await describeFindings(old, { ...old, runtime })).toEqual(found);
  });

  it("what another generator makes of it is found, with its place in the package", async () => {
    const next = packageWith(old, "src/generated/schemas/users.ts", "  email?: string;", "  eMail?: string;");
    const findings = await compareSources(old, next);
    expect(findings.map(({ message }) => message)).toEqual([
      "`UserRequest.email` is no longer taken",
      "`User.email` is gone",
      // The schema of what is sent gives it back once it has been held against it.
      "`UserRequest.email` is gone",
    ]);
    expect(findings[1]?.old).toMatchObject({ file: "src/generated/schemas/users.ts", column: 3 });
    expect(findings[1]?.new).toBeUndefined();
  });

  it("a published package's declarations are compared as well as its source", async () => {
    const files = old.files.filter(({ path }) => path === "package.json");
    const published = await readDeclarations(files);
    expect(await describeFindings(old, published)).toEqual([]);
    expect(
      await describeFindings(published, packageWith(old, "src/generated/operations/users.ts", "getUser(", "readUser(")),
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

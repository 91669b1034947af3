import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { facsimile } from "./run-facsimile.js";

const home = mkdtempSync(join(tmpdir(), "facsimile-changeset-"));
const template = join(home, "template");
let count = 0;
let folder = template;

beforeAll(() => {
  // No registry is asked.
  vi.stubEnv("npm_config_offline", "true");
  write("package.json", JSON.stringify({ name: "root", private: true, workspaces: ["packages/*"] }));
  write("package-lock.json", "{}");
  write(".changeset/config.json", JSON.stringify({ baseBranch: "main" }));
  writePackage("0.1.0");
  write("packages/runtime/package.json", JSON.stringify({ ...runtime, version: "0.1.0" }));
  write("packages/runtime/src/index.ts", callOptions("readonly timeout?: number;"));
  write("specs/tea.json", documentWith({ maximum: 100 }));
  git("init", "--quiet", "--initial-branch=main");
  commit("First");
  git("checkout", "--quiet", "-b", "work");
});
beforeEach(() => {
  folder = join(home, String(count++));
  cpSync(template, folder, { recursive: true });
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function read(path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

function git(...args: readonly string[]): void {
  const own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...own, ...args], { cwd: folder });
}

function commit(message: string): void {
  git("add", "--all");
  git("commit", "--quiet", "--message", message);
}

const runtime = { name: "@facsimile/runtime", exports: { ".": { types: "./dist/index.d.ts" } } };

function callOptions(members: string): string {
  return `export interface CallOptions {\n  ${members}\n}\n`;
}

/** A package that names its document as generated ones do. */
function writePackage(version: string, range = "^0.1.0"): void {
  const exports = { ".": { types: "./dist/index.d.ts" } };
  const manifest = { name: "@acme/tea", version, exports, dependencies: { "@facsimile/runtime": range } };
  write("packages/tea/package.json", JSON.stringify(manifest));
  write(
    "packages/tea/src/index.ts",
    'export type { CallOptions } from "@facsimile/runtime";\nexport interface Tea {\n  readonly name: string;\n}\n',
  );
  write("packages/tea/test/contract.test.ts", contractTest("../../../specs/tea.json"));
}

function contractTest(document: string): string {
  return `await testContract({\n  document: new URL(${JSON.stringify(document)}, import.meta.url),\n});\n`;
}

/** One operation with one parameter, and what else a test is about. */
function documentWith(schema: object, { summary = "List teas", paths = {} } = {}): string {
  const parameters = [{ name: "limit", in: "query", schema: { type: "integer", ...schema } }];
  const responses = { 204: { description: "Done" } };
  const get = { operationId: "listTeas", summary, parameters, responses };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Tea", version: "1" },
    paths: { "/teas": { get }, ...paths },
  });
}

const stricter = documentWith({ maximum: 50 });
const looser = documentWith({ maximum: 200 });
const own = ".changeset/changes-acme__tea.md";

async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  let out = "";
  const sink = {
    write: (text: string) => {
      out += text;
    },
  };
  const io = { stdout: sink, stderr: sink, cwd: folder, env: {}, signal: new AbortController().signal };
  return { code: await facsimile("changeset", args, io), out };
}

function changeset(name: string, bump: string, text: string): void {
  write(`.changeset/${name}.md`, `---\n${bump === "" ? "" : `"@acme/tea": ${bump}\n`}---\n\n${text}\n`);
}

describe("facsimile changeset", () => {
  it("has nothing to write where nothing has changed, or where it is only written differently", async () => {
    write("specs/tea.json", JSON.stringify(JSON.parse(read("specs/tea.json")), undefined, 2));
    expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/nothing has changed\n$/) });
    expect(readdirSync(join(folder, ".changeset"))).toEqual(["config.json"]);
  });

  it("writes the bump and a sentence for each change, what breaks first, and nothing more the second time", async () => {
    const paths = { "/cups": { get: { operationId: "listCups", responses: { 204: { description: "Done" } } } } };
    write("specs/tea.json", documentWith({ maximum: 50 }, { summary: "Lists teas", paths }));
    expect(await run()).toMatchObject({ code: 0, out: expect.stringContaining(`minor, ${own} is written`) });
    const text = read(own);
    expect(text).toMatch(
      /^---\n"@acme\/tea": minor\n---\n\nWhat changes for callers: <!-- .*minor [0-9a-f]{8} -->\n\n- Breaking: /,
    );
    expect(text.split("\n").filter((line) => line.startsWith("- "))).toEqual([
      expect.stringMatching(/^- Breaking: .*50.*100 \(`GET \/teas`\)\.$/),
      expect.stringMatching(/^- New: .*GET \/cups.*$/),
      "- Documentation: 1 change.",
    ]);
    expect(await run()).toMatchObject({ code: 0, out: expect.stringMatching(/minor is asked for\n$/) });
    expect(read(own)).toBe(text);
  });

  it("fails a check with the reason and the command that mends it, and not once that has run", async () => {
    write("specs/tea.json", stricter);
    const failed = await run("--check", "--since", "main");
    expect(failed.code).toBe(1);
    expect(failed.out).toMatch(/no changeset asks for a release, and minor is needed after 0\.1\.0:\n {2}- .*50/);
    expect(failed.out).toMatch(/Mend it: npx facsimile changeset --since main\n$/);
    expect(existsSync(join(folder, own))).toBe(false);
    await run("--since", "main");
    expect((await run("--check", "--since", "main")).code).toBe(0);
  });

  it("asks for a patch before 1.0 where nothing breaks, and raises its own to more from then on", async () => {
    write("specs/tea.json", looser);
    await run();
    expect(read(own)).toContain('"@acme/tea": patch');
    writePackage("1.0.0");
    write("specs/tea.json", documentWith({ maximum: 100 }));
    commit("Release");
    git("tag", "@acme/tea@1.0.0");
    write("specs/tea.json", stricter);
    await run();
    expect(read(own)).toContain('"@acme/tea": major');
  });

  it("deletes its changeset when the change is taken back", async () => {
    write("specs/tea.json", stricter);
    await run();
    write("specs/tea.json", documentWith({ maximum: 100 }));
    expect((await run()).out).toContain(`${own} is deleted`);
    expect(existsSync(join(folder, own))).toBe(false);
  });

  it("keeps what a person has written around it, and a higher bump", async () => {
    write("specs/tea.json", looser);
    await run();
    const edited = read(own).replace("patch\n---\n\n", "minor\n---\n\nMore tea for all.\n\n");
    write(own, `${edited}\nThanks to Ann.\n`);
    write("specs/tea.json", documentWith({ maximum: 300 }));
    expect((await run()).code).toBe(0);
    const text = read(own);
    expect(text).toMatch(/^---\n"@acme\/tea": minor\n---\n\nMore tea for all\.\n\nWhat changes/);
    expect(text).toMatch(/300/);
    expect(text).not.toMatch(/200/);
    expect(text).toMatch(/\n\nThanks to Ann\.\n$/);
    write("specs/tea.json", documentWith({ maximum: 100 }));
    await run();
    expect(read(own)).toBe('---\n"@acme/tea": minor\n---\n\nMore tea for all.\n\nThanks to Ann.\n');
  });

  it("refuses a bump that a person has lowered, and raises it when told to", async () => {
    write("specs/tea.json", stricter);
    await run();
    const whole = read(own);
    const lowered = whole.replace('"@acme/tea": minor', '"@acme/tea": patch');
    write(own, lowered);
    const refused = await run();
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/patch is asked for by .*, and minor is needed after 0\.1\.0:\n {2}- .*50/);
    expect(refused.out).toMatch(/or run: npx facsimile changeset --raise\n$/);
    expect(read(own)).toBe(lowered);
    expect((await run("--check")).code).toBe(1);
    expect((await run("--raise")).code).toBe(0);
    expect(read(own)).toBe(whole);
  });

  it("writes none where one of several changesets of people asks for enough", async () => {
    write("specs/tea.json", stricter);
    changeset("quiet-cups-sing", "patch", "Words.");
    changeset("bold-cups-sing", "minor", "At most 50 teas.");
    expect((await run()).out).toContain("minor is asked for by .changeset/bold-cups-sing.md");
    expect(existsSync(join(folder, own))).toBe(false);
  });

  it("reads an empty changeset, which asks for nothing", async () => {
    changeset("empty-cups-sing", "", "");
    write("specs/tea.json", stricter);
    expect((await run("--check")).out).toContain("no changeset asks for a release");
    await run();
    expect((await run("--check")).code).toBe(0);
  });

  it("says of a package that was not there that it is new", async () => {
    write("packages/cup/package.json", JSON.stringify({ name: "@acme/cup", version: "0.1.0" }));
    write("packages/cup/test/contract.test.ts", contractTest("../../../specs/tea.json"));
    expect(await run("--check")).toMatchObject({ code: 0, out: expect.stringMatching(/^@acme\/cup: is new/) });
  });

  it("compares with the last release where there is a tag, wherever the document was then", async () => {
    git("tag", "@acme/tea@0.1.0");
    git("mv", "specs/tea.json", "specs/leaf.json");
    write("packages/tea/test/contract.test.ts", contractTest("../../../specs/leaf.json"));
    write("specs/leaf.json", stricter);
    commit("Stricter");
    expect((await run("--check", "--since", "HEAD")).out).toMatch(/^@acme\/tea since @acme\/tea@0\.1\.0: no changeset/);
    changeset("old-cups-sing", "minor", "At most 50 teas.");
    commit("Say so");
    expect((await run("--check", "--since", "HEAD")).code).toBe(0);
  });

  it("takes a version that was raised since for an answer", async () => {
    git("tag", "@acme/tea@0.1.0");
    write("specs/tea.json", stricter);
    writePackage("0.1.1");
    expect((await run("--check")).out).toMatch(/patch is asked for, and minor is needed/);
    writePackage("0.2.0");
    expect((await run()).out).toContain("minor is asked for by the version, which has been raised");
  });

  it("adds to what was said before the revision, and takes no older changeset for an answer", async () => {
    write("specs/tea.json", stricter);
    await run();
    commit("Stricter");
    write("specs/tea.json", documentWith({ maximum: 50, minimum: 1 }));
    expect((await run("--check", "--since", "HEAD")).code).toBe(1);
    await run("--since", "HEAD");
    expect(read(own).match(/^- Breaking: .*$/gm)).toHaveLength(2);
    const text = read(own);
    expect((await run("--check", "--since", "HEAD")).code).toBe(0);
    await run("--since", "HEAD");
    expect(read(own)).toBe(text);
  });

  it("compares what the overlays of each edition make of the document", async () => {
    const test = contractTest("../../../specs/tea.json");
    const overlay = (maximum: number): string =>
      `{"overlay":"1.0.0","info":{"title":"T","version":"1"},"actions":[{"target":"$.paths.*.get.parameters[0].schema","update":{"maximum":${maximum}}}]}`;
    const overlays =
      'overlays: [\n    new URL("../../../specs/none.json", import.meta.url),\n    new URL("../../../specs/less.json", import.meta.url),\n  ],';
    write("packages/tea/test/contract.test.ts", test.replace("url),", `url),\n  ${overlays}`));
    write("specs/none.json", overlay(1000));
    write("specs/less.json", overlay(80));
    commit("Overlays");
    git("tag", "@acme/tea@0.1.0");
    expect((await run()).out).toContain("nothing has changed");
    write("specs/less.json", overlay(50));
    expect((await run()).out).toContain("minor");
    expect(read(own)).toMatch(/^- Breaking: .*50.*80/m);
  });

  it("takes the document of a package that names none", async () => {
    rmSync(join(folder, "packages/tea/test"), { recursive: true });
    commit("No test");
    expect((await run()).out).toContain("name one with --document");
    write("specs/tea.json", stricter);
    expect((await run("--document", "packages/tea=specs/tea.json")).out).toContain(`minor, ${own} is written`);
    expect(await run("--document", "packages/no=specs/tea.json")).toMatchObject({
      code: 2,
      out: expect.stringContaining("packages/no is the folder of no package"),
    });
  });

  it("asks for what users see of a runtime of the same repository, with its source alone", async () => {
    write("packages/runtime/src/index.ts", callOptions("readonly timeout?: number;\n  readonly retries?: number;"));
    expect((await run("--check")).out).toMatch(/nothing has changed\n$/);
    write("packages/runtime/src/index.ts", callOptions("readonly retries?: number;"));
    expect((await run("--check")).out).toMatch(
      /minor is needed after 0\.1\.0:\n {2}- `CallOptions\.timeout` is gone\.\n/,
    );
    expect((await run()).out).toContain(`minor, ${own} is written`);
    expect(read(own)).toContain("- Breaking: `CallOptions.timeout` is gone.");
  });

  it("takes a runtime that was not there for what it was", async () => {
    git("mv", "packages/runtime", "packages/moved");
    write("packages/moved/src/index.ts", callOptions("readonly retries?: number;"));
    expect(await run("--check")).toMatchObject({ code: 0, out: expect.stringMatching(/nothing has changed\n$/) });
  });

  it("asks for a patch where no more than the range of the runtime is raised", async () => {
    write("packages/runtime/package.json", JSON.stringify({ ...runtime, version: "0.2.0" }));
    writePackage("0.1.0", "^0.2.0");
    await run();
    expect(read(own)).toContain('"@acme/tea": patch');
    expect(read(own)).toContain("- `@facsimile/runtime` is needed in `^0.2.0` now, it was `^0.1.0`.");
  });

  it("asks for what breaks in the types alone", async () => {
    write("packages/tea/src/index.ts", read("packages/tea/src/index.ts").replace("interface Tea ", "interface Leaf "));
    await run();
    expect(read(own)).toMatch(/"@acme\/tea": minor[\s\S]*- Breaking: .*`Tea`.*`Leaf`/);
  });

  it("says what is wrong with how it is called, and with what it reads", async () => {
    expect(await run("--since", "nowhere")).toMatchObject({
      code: 2,
      out: expect.stringMatching(/no revision nowhere/),
    });
    expect((await run("--document", "x")).code).toBe(2);
    write(".changeset/broken.md", "no front matter");
    expect(await run()).toMatchObject({ code: 2, out: expect.stringMatching(/broken|front\s?matter/i) });
    write("specs/tea.json", "{");
    rmSync(join(folder, ".changeset/broken.md"));
    expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining("specs/tea.json") });
  });
});

import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Outcome, facsimile as runCommand, runIn } from "./run-facsimile.js";
import { openTerminal } from "./terminal.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-command-"));
  mkdirSync(join(folder, "specs"));
  cpSync(
    join(import.meta.dirname, "../../codegen/test/golden/whole-package/openapi.yaml"),
    join(folder, "specs/tea.yaml"),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function facsimile(...args: readonly string[]): Promise<Outcome> {
  return runIn(folder, args);
}

describe("facsimile", () => {
  it("lists its commands, and says which package brings those of others", async () => {
    const { code, out } = await facsimile("--help");
    expect(code).toBe(0);
    expect(out).toMatch(/generate .*\n(?:.*\n)*.*mock .*@facsimile\/mock/);
    expect((await facsimile()).code).toBe(2);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(await facsimile("--version")).toMatchObject({ code: 0, out: `${version}\n` });
  });

  it.each([
    [["genrate"], /unknown command genrate, did you mean generate\?/],
    [["xyz"], /unknown command xyz\n/],
    [["generate"], /no document is named/],
    [["generate", "a.yaml", "--chekc"], /unknown option --chekc, did you mean --check\?/],
    [["generate", "a.yaml", "--out"], /--out needs a value/],
    [["generate", "a.yaml", "--out", "--check"], /--out needs a value/],
    [["generate", "a.yaml", "--check=yes"], /--check takes no value/],
    [["generate", "a.yaml", "b.yaml", "--out", "x"], /several documents need a \* in --out/],
    [["generate", "a/openapi.yaml", "b/a.yaml"], /a\/openapi.yaml and b\/a.yaml would be written to the same folder/],
    [["generate", "a.yaml", "--name", "No Name"], /"No Name" is no name for an npm package/],
    [["generate", "a.yaml", "--watch", "--check"], /--watch goes with neither/],
  ])("answers %j with 2 and says why", async (args, message) => {
    const { code, err, out } = await facsimile(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
    expect(err).toMatch(/See facsimile .*--help/);
  });

  it("prints the options of a command", async () => {
    const { code, out } = await facsimile("generate", "--help");
    expect(code).toBe(0);
    for (const option of ["--out", "--name", "--check", "--watch", "--json"]) expect(out).toContain(option);
  });
});

describe("facsimile generate", () => {
  it("writes, then finds nothing to do, then shows what would change", async () => {
    expect(await facsimile("generate", "specs/tea.yaml", "--name", "@acme/*")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringMatching(/^@acme\/tea \(tea\): written\n {2}\+ package.json\n/),
    });
    expect(await facsimile("generate", "specs/tea.yaml", "--check")).toMatchObject({
      code: 0,
      out: "@acme/tea (tea): unchanged\n",
    });
    const spec = join(folder, "specs/tea.yaml");
    writeFileSync(spec, readFileSync(spec, "utf8").replace("What is in a tin.", "What is in a box."));
    const { code, out } = await facsimile("generate", "specs/tea.yaml", "--check");
    expect(code).toBe(1);
    expect(out.split("\n")).toEqual([
      "@acme/tea (tea): out of date",
      "  ~ package.json",
      "      line 77",
      expect.stringMatching(/^ {6}- {5}"document": "sha256-.{44}"$/),
      expect.stringMatching(/^ {6}\+ {5}"document": "sha256-.{44}"$/),
      "  ~ src/generated/schemas/teas.ts",
      "      line 3",
      "      - /** What is in a tin. */",
      "      + /** What is in a box. */",
      "",
    ]);
  });

  it("shows what is wrong with a document, and where", async () => {
    writeFileSync(
      join(folder, "specs/tea.yaml"),
      "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths:\n  /a:\n    get: { responses: [} }\n",
    );
    const { code, err, out } = await facsimile("generate", "specs/tea.yaml");
    expect(code).toBe(1);
    expect(err).toMatch(/tea\.yaml:5:\d+ error yaml-syntax\n.*\n.*5 \| {5}get:/);
    expect(out).toBe("tea (tea): failed, nothing is written for specs/tea.yaml\n");
    expect(err + out).not.toMatch(/\n\s+at .*:\d+:\d+\)?\n/);
  });

  it("reports the same as JSON", async () => {
    const { code, out } = await facsimile("generate", "specs/none.yaml", "specs/tea.yaml", "--json");
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      packages: [
        {
          spec: "specs/none.yaml",
          outcome: "failed",
          changes: [],
          diagnostics: [{ code: "file-unreadable", severity: "error" }],
        },
        { spec: "specs/tea.yaml", folder: "tea", outcome: "written", diagnostics: [] },
      ],
    });
  });

  it("says what is in the way of a package, and generates the others", async () => {
    cpSync(join(folder, "specs/tea.yaml"), join(folder, "specs/cup.yaml"));
    writeFileSync(join(folder, "tea"), "a file");
    const { code, err, out } = await facsimile("generate", "specs/tea.yaml", "specs/cup.yaml");
    expect(code).toBe(1);
    expect(err).toMatch(/tea error output-unusable\n {2}A file is where a folder is needed \(\w+\)\.\n {2}Fix: Move/);
    expect(err).not.toMatch(/\n\s+at .*:\d+:\d+\)?\n/);
    expect(out).toMatch(/^tea \(tea\): failed.*\ncup \(cup\): written\n/);
  });

  it("says so where no folder can be made", async () => {
    symlinkSync(join(folder, "nowhere/none"), join(folder, "tea"));
    const { code, err } = await facsimile("generate", "specs/tea.yaml");
    expect(code).toBe(1);
    expect(err).toMatch(/tea error output-unusable\n {2}No folder can be made here \(ENOENT\)\.\n {2}Fix: Check that/);
  });

  // Linux has a file system that answers ENOENT where a folder is to be made.
  it.runIf(existsSync("/proc/self"))("says so where the file system has no place for folders", async () => {
    const { code, err } = await facsimile("generate", "specs/tea.yaml", "--out", "/proc/facsimile");
    expect(code).toBe(1);
    expect(err).toMatch(
      /\/proc\/facsimile error output-unusable\n {2}No folder can be made here \(ENOENT\)\.\n {2}Fix: Check that/,
    );
  });

  it.each([
    ["package.json", "{", /tea\/package\.json error output-unusable\n {2}The file is no JSON\.\n {2}Fix: Mend it/],
    ["package.json/x", "", /tea\/package\.json error output-unusable\n {2}A folder is where a file is needed/],
    ["src/index.ts/x", "", /tea\/src\/index\.ts error output-unusable\n {2}A folder is where a file is needed/],
  ])("names %s in the folder of a package when it cannot be used, and writes nothing", async (path, text, message) => {
    mkdirSync(join(folder, "tea", path, ".."), { recursive: true });
    writeFileSync(join(folder, "tea", path), text);
    const { code, err } = await facsimile("generate", "specs/tea.yaml");
    expect(code).toBe(1);
    expect(err).toMatch(message);
    expect(
      readdirSync(join(folder, "tea"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()),
    ).toHaveLength(1);
  });
});

describe("facsimile generate --watch", () => {
  it("generates again after a change, and ends when it is interrupted", async () => {
    const spec = join(folder, "specs/tea.yaml");
    const { io, written, stop } = openTerminal();
    const ended = runCommand("generate", ["specs/tea.yaml", "--watch"], { ...io, cwd: folder });
    await expect.poll(() => written.stdout, { timeout: 20_000 }).toMatch(/Watching/);
    writeFileSync(spec, readFileSync(spec, "utf8").replace("What is in a tin.", "What is in a box."));
    await expect
      .poll(() => written.stdout, { timeout: 20_000 })
      .toMatch(/Watching[\s\S]*written\n {2}~ package.json\n {2}~ src\/generated\/schemas\/teas.ts/);
    stop();
    expect(await ended).toBe(0);
  });
});

const withOmissions = `openapi: 3.1.0
info: { title: Tins, version: 1.0.0 }
paths:
  /tins:
    get: { operationId: listTins, responses: { "200": { description: All tins. } } }
    trace: { operationId: traceTins, responses: { "200": { description: The request. } } }
`;

describe("what is left out of a document", () => {
  it("costs nothing else, is counted, and stands in the README", async () => {
    writeFileSync(join(folder, "tins.yaml"), withOmissions);
    const { code, out, err } = await facsimile("generate", "tins.yaml");
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^tins \(tins\): written/) });
    expect(err).toContain("tins.yaml:6:5 omission method-unsupported\n");
    expect(err).toMatch(/\n\n0 errors, 1 omission, 0 warnings\n$/);
    const readme = readFileSync(join(folder, "tins/README.md"), "utf8");
    expect(readme).toContain("## Left out");
    expect(readme).toContain(
      "- The operation TRACE /tins is left out: fetch forbids the method TRACE. (`method-unsupported`)",
    );
    expect(readFileSync(join(folder, "tins/src/generated/methods.ts"), "utf8")).not.toContain("traceTins");
  });

  it("is an error with --strict, also where the package is there already", async () => {
    writeFileSync(join(folder, "tins.yaml"), withOmissions);
    const first = await facsimile("generate", "tins.yaml", "--strict");
    expect(first).toMatchObject({ code: 1, out: "tins (tins): failed, nothing is written for tins.yaml\n" });
    expect(existsSync(join(folder, "tins"))).toBe(false);
    expect((await facsimile("generate", "tins.yaml")).code).toBe(0);
    expect((await facsimile("generate", "tins.yaml", "--strict")).code).toBe(1);
  });

  it("is shown five times of a kind, and every time with --all and --json", async () => {
    const traces = Array.from({ length: 8 }, (_, index) => `  /t${index}: { trace: { operationId: t${index} } }\n`);
    writeFileSync(join(folder, "traces.yaml"), withOmissions + traces.join(""));
    const count = (text: string): number => text.split("omission method-unsupported").length - 1;
    const folded = await facsimile("generate", "traces.yaml");
    expect(count(folded.err)).toBe(5);
    expect(folded.err).toContain("\n  … and 4 more like it: --all shows them\n");
    expect(count((await facsimile("generate", "traces.yaml", "--all")).err)).toBe(9);
    const { packages, counts } = JSON.parse((await facsimile("generate", "traces.yaml", "--json")).out);
    expect(packages[0].diagnostics.filter(({ code }: { code: string }) => code === "method-unsupported")).toHaveLength(
      9,
    );
    expect(counts).toMatchObject({ errors: 0, omissions: 9 });
  });
});

describe("a mistake of this project", () => {
  // No path has a NUL, and nobody looks for one.
  const impossible = ["--out", "\0*"];

  it("is said in a sentence for each document that it happens with", async () => {
    cpSync(join(folder, "specs/tea.yaml"), join(folder, "specs/milk.yaml"));
    const { code, out, err } = await facsimile("generate", "specs/tea.yaml", "specs/milk.yaml", ...impossible);
    expect(code).toBe(1);
    expect(out.match(/: failed, nothing is written for specs\/(?:tea|milk)\.yaml$/gm)).toHaveLength(2);
    expect(err).toMatch(
      /^specs\/tea\.yaml error internal\n {2}Generating the package ended in a mistake of Facsimile, TypeError/,
    );
    expect(err).toContain("\nspecs/milk.yaml error internal\n");
    expect(err).not.toMatch(/^\s+at .*\.[jt]s:/m);
  });

  it("is JSON under --json", async () => {
    const { out } = await facsimile("generate", "specs/tea.yaml", "--json", ...impossible);
    expect(JSON.parse(out).packages[0].diagnostics).toMatchObject([{ code: "internal", severity: "error" }]);
  });
});

describe("a reference out of the folder of the document", () => {
  const document = `openapi: 3.1.0
info: { title: Tins, version: 1.0.0 }
paths: {}
components: { schemas: { Tin: { $ref: ../shared/tin.yaml }, Lid: { $ref: ../lids/lid.yaml } } }
`;

  it("is followed where --allow names the folder, once for each of them", async () => {
    for (const name of ["shared", "lids"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "shared/tin.yaml"), "type: string");
    writeFileSync(join(folder, "lids/lid.yaml"), "type: string");
    writeFileSync(join(folder, "specs/tins.yaml"), document);
    const generating = ["generate", "specs/tins.yaml", "--out", "tins"];
    expect((await facsimile(...generating)).err.match(/omission reference-outside/g)).toHaveLength(2);
    expect((await facsimile(...generating, "--allow", "shared", "--allow=lids")).err).not.toContain("omission");
    expect((await facsimile(...generating, "--allow", "shared,lids")).err).not.toContain("omission");
    expect((await facsimile(...generating, "--allow", "lids")).err.match(/omission reference-outside/g)).toHaveLength(
      1,
    );
  });
});

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { firstDocument } from "../src/init/document.js";
import { type Outcome, runIn } from "./run-facsimile.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "facsimile-init-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const facsimile = (...args: readonly string[]): Promise<Outcome> => runIn(folder, args);
const read = (path: string): string => readFileSync(join(folder, path), "utf8");
const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);

/** Every file below the folder with its text. */
function contents(): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, read(path)]));
}

const workflow = ".github/workflows/facsimile.yml";

describe("facsimile init", () => {
  it("makes of an empty folder one that generates", async () => {
    const { code, out, err } = await facsimile("init");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(Object.keys(contents())).toEqual([workflow, "facsimile.config.yaml", "openapi.yaml", "package.json"]);
    expect(out).toContain("+ facsimile.config.yaml: written");
    expect(out).toContain("npm install --save-dev facsimile @facsimile/mock\n  npx facsimile generate ");
    expect(read("facsimile.config.yaml")).toMatch(/^# yaml-language-server: \$schema=.*config\.schema\.json\n/);
    // Tools that list packages refuse one without a name.
    expect(JSON.parse(read("package.json"))).toMatchObject({ name: expect.stringMatching(/^facsimile-init-/) });
    expect(await facsimile("generate", "--strict")).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(read("client/package.json"))).toMatchObject({ name: expect.stringMatching(/-client$/) });
    expect(await facsimile("generate", "--check")).toMatchObject({ code: 0 });
  });

  it("adds to a package.json in its own style, and takes scope and workspaces from it", async () => {
    const manifest = {
      name: "@acme/shop",
      workspaces: ["packages/*"],
      scripts: { test: "vitest", "api:check": "mine" },
    };
    write("package.json", `${JSON.stringify(manifest, undefined, "\t").replaceAll("\n", "\r\n")}`);
    write("swagger.yaml", firstDocument);
    write("pnpm-lock.yaml", "");
    const { code, out } = await facsimile("init");
    expect(code).toBe(0);
    expect(out).toContain("= package.json: left, it has a script api:check of its own");
    const text = read("package.json");
    expect(text).toMatch(/^\{\r\n\t"name": "@acme\/shop",\r\n(?:.*\r\n)*\}$/);
    expect(JSON.parse(text)).toEqual({
      ...manifest,
      scripts: { ...manifest.scripts, "api:generate": "facsimile generate", "api:mock": "facsimile mock" },
    });
    expect(read(workflow)).toContain("- run: pnpm exec facsimile generate --check");
    expect(await facsimile("generate")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^@acme\/swagger-client /),
    });
    expect(existsSync(join(folder, "packages/swagger/src/index.ts"))).toBe(true);
  });

  it("changes nothing a second time, and nothing that is somebody's", async () => {
    write("facsimile.config.yaml", "documents:\n  - { document: notes.yaml, out: notes }\n");
    write("notes.yaml", firstDocument);
    write("other.yaml", firstDocument);
    mkdirSync(join(folder, ".github/workflows"), { recursive: true });
    write(workflow, "mine");
    const { out } = await facsimile("init", "other.yaml");
    expect(out).toContain(
      "facsimile.config.yaml does not name other.yaml: facsimile add other.yaml --out other --name other-client\n",
    );
    const before = contents();
    expect(before[workflow]).toBe("mine");
    expect(before["facsimile.config.yaml"]).toContain("{ document: notes.yaml, out: notes }");
    const again = await facsimile("init");
    expect(again.out.match(/^ {2}\+/gm)).toBe(null);
    expect(again.out).toContain("writes notes into notes");
    expect(contents()).toEqual(before);
  });

  it("lists what it would write, and writes none of it", async () => {
    const { code, out } = await facsimile("init", "--dry-run");
    expect(code).toBe(0);
    expect(out.match(/^ {2}\+ .*: would be written/gm)).toHaveLength(4);
    expect(contents()).toEqual({});
  });

  it("writes all or nothing", async () => {
    write(".github", "a file where a folder is needed");
    const { code, err } = await facsimile("init");
    expect(code).toBe(1);
    expect(err).toMatch(/facsimile\.yml: cannot be written \(ENOTDIR|EEXIST\)/);
    expect(Object.keys(contents())).toEqual([".github"]);
  });

  it.each([
    ["{", /package\.json: it is no JSON \(.*\)\. Mend it first; nothing was written\.\n$/],
    ['{ "scripts": [] }', /"scripts" is no object/],
  ])("leaves all as it is where package.json is %s", async (text, message) => {
    write("package.json", text);
    const { code, err } = await facsimile("init");
    expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(message) });
    expect(contents()).toEqual({ "package.json": text });
  });

  it.each([
    [
      "yarn.lock",
      "# THIS IS AN AUTOGENERATED FILE.\n# yarn lockfile v1\n",
      "yarn add --dev",
      "yarn install --frozen-lockfile",
    ],
    ["yarn.lock", "__metadata:\n  version: 8\n", "yarn add --dev", "yarn install --immutable"],
    ["bun.lock", "{}", "bun add --dev", "bun install --frozen-lockfile"],
    ["package.json", '{ "packageManager": "pnpm@10.1.0" }', "pnpm add --save-dev", "pnpm install --frozen-lockfile"],
    ["package.json", '{ "packageManager": "yarn@1.22.22" }', "yarn add --dev", "yarn install --frozen-lockfile"],
  ])("installs by what %s says: %j", async (file, text, add, install) => {
    write(file, text);
    expect((await facsimile("init")).out).toContain(`\n  ${add} facsimile `);
    const { jobs, on } = parse(read(workflow));
    expect(jobs.check.steps.map(({ run }: { readonly run?: string }) => run)).toContain(install);
    expect(on.push.branches).toEqual(["main", "master"]);
  });

  it("makes nothing of what is no OpenAPI document", async () => {
    write("README.md", "# Notes\n");
    mkdirSync(join(folder, "specs"));
    expect(await facsimile("init", "specs")).toMatchObject({
      code: 2,
      err: expect.stringContaining("specs is a folder"),
    });
    const { code, err } = await facsimile("init", "README.md");
    expect(code).toBe(1);
    expect(err).toMatch(/README\.md is no OpenAPI document\. Nothing was written\.\nREADME\.md:1:1 error /);
    expect(contents()).toEqual({ "README.md": "# Notes\n" });
  });

  it("shows the lines of the document that are wrong, and none of a file that it refers to", async () => {
    write("bad.yaml", 'swagger: "2.0"\ninfo: 3\npaths: 4\nx: { $ref: other.yaml }\n');
    write("other.yaml", "others: 1\n");
    const { code, err } = await facsimile("init", "bad.yaml");
    expect([code, err]).toEqual([1, expect.stringMatching(/\nbad\.yaml:1:1 error .*\n.*\n {4}1 \| swagger: "2\.0"\n/)]);
    expect(err).not.toContain("others");
  });

  it.each([
    [["init", "none.yaml"], /none\.yaml is not there/],
    [["init", "https://example.com/openapi.json"], /facsimile add https:\/\/example\.com\/openapi\.json --to/],
    [["init", "https://ann:canary@example.com/openapi.json?token=canary"], /^(?!.*canary).*facsimile add <url> --to/],
    [
      ["init", "https://example.com/openapi.json?token=canary"],
      /^(?!.*canary).*add https:\/\/example\.com\/openapi\.json\?token=…/,
    ],
    [["init", "--out", "."], /a folder of its own/],
    [["init", "--name", "No Name"], /no name for an npm package/],
  ])("refuses %j", async (args, message) => {
    expect(await facsimile(...args)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
    expect(contents()).toEqual({});
  });

  it("puts the workflow where GitHub looks, and has it run where the configuration is", async () => {
    const top = folder;
    mkdirSync(join(top, ".git"));
    mkdirSync(join(top, "apps/shop"), { recursive: true });
    const { out } = await runIn(join(top, "apps/shop"), ["init"]);
    expect(out).toContain("+ ../../.github/workflows/facsimile.yml: written");
    const { jobs } = parse(read(workflow));
    expect(jobs.check.defaults.run["working-directory"]).toBe("apps/shop");
    expect(jobs.check.steps.at(-1).run).toBe("npx facsimile generate --check --format github");
  });
});

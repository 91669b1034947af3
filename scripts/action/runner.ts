import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { listen, type Running } from "../listen.js";
import { root } from "../repository.js";
import { type Outcome, run } from "../run.js";

/** A comment of a pull request, as GitHub's REST API has it. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  body: string;
}

/** What stands in for GitHub: the comments of one pull request. */
export interface Github extends Running {
  readonly comments: Comment[];
  /** Methods and paths, in the order in which they came. */
  readonly asked: string[];
}

/** @param rights - whether the token may write */
export async function startGithub(rights: "write" | "read", comments: Comment[] = []): Promise<Github> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://127.0.0.1");
    asked.push(`${request.method} ${pathname}`);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const refused = request.headers.authorization !== "Bearer t0ken" ? 401 : rights === "read" ? 403 : undefined;
    if (request.method !== "GET" && refused !== undefined) return void response.writeHead(refused).end("{}");
    const { body } = chunks.length === 0 ? { body: "" } : JSON.parse(Buffer.concat(chunks).toString());
    const known = comments.find(({ id }) => pathname === `/repos/o/r/issues/comments/${id}`);
    if (request.method === "POST")
      comments.push({ id: 9000 + comments.length, user: { login: "github-actions[bot]" }, body });
    if (request.method === "PATCH" && known !== undefined) known.body = body;
    const page = Number(searchParams.get("page") ?? 1);
    response.end(JSON.stringify(comments.slice(100 * (page - 1), 100 * page)));
  });
  return { ...(await listen(server)), comments, asked };
}

/** A repository with a pull request, on this machine. */
export interface Checkout {
  readonly folder: string;
  readonly base: string;
  /** Runs a step of the action there. */
  step(script: "main" | "install", inputs: Readonly<Record<string, string>>, github?: Github): Promise<Outcome>;
  /** What a step has told the runner, and no more. */
  told(what: "summary" | "output"): string;
  git(...args: readonly string[]): string;
  remove(): void;
}

type Files = Readonly<Record<string, string>>;

/** A commit that the pull request starts from, and one with what it changes. `facsimile` is installed as it stands here. */
export function checkOut(before: Files, after: Files): Checkout {
  const top = mkdtempSync(path.join(tmpdir(), "facsimile-action-"));
  const folder = path.join(top, "work");
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  const commit = (files: Files): string => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    git("add", ".");
    git("commit", "-qm", "change", "--allow-empty");
    return git("rev-parse", "HEAD").trim();
  };
  mkdirSync(folder);
  git("init", "-q", "-b", "main");
  const base = commit({ ".gitignore": "node_modules\n", ...before });
  git("checkout", "-q", "-b", "change");
  commit(after);
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  const file = (name: string): string => path.join(top, name);
  writeFileSync(file("event.json"), JSON.stringify({ pull_request: { number: 5, base: { sha: base, ref: "main" } } }));
  return {
    folder,
    base,
    git,
    step: (script, inputs, github) => {
      for (const name of ["summary", "output"]) writeFileSync(file(name), "");
      mkdirSync(file("temporary"), { recursive: true });
      return run(
        process.execPath,
        [path.join(import.meta.dirname, `${script}.mjs`)],
        {
          GITHUB_WORKSPACE: folder,
          GITHUB_REPOSITORY: "o/r",
          GITHUB_API_URL: github?.url ?? "http://127.0.0.1:9",
          GITHUB_EVENT_PATH: file("event.json"),
          GITHUB_STEP_SUMMARY: file("summary"),
          GITHUB_OUTPUT: file("output"),
          RUNNER_TEMP: file("temporary"),
          FACSIMILE_TOKEN: "t0ken",
          FACSIMILE_VERSION: "installed",
          ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`FACSIMILE_${name}`, value])),
        },
        folder,
      );
    },
    told: (what) => (existsSync(file(what)) ? readFileSync(file(what), "utf8") : ""),
    remove: () => rmSync(top, { recursive: true }),
  };
}

import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "../repository.js";

const names = ["alpha", "beta", "gamma"] as const;
/** What stands for the compiler and the tests, as cheap as can be: the first writes a file, and the others only have a log. */
const scripts = {
  build: "node -e \"fs.mkdirSync('dist',{recursive:true});fs.copyFileSync('src/index.ts','dist/index.js')\"",
  contract: "exit 0",
  typecheck: "exit 0",
};

/** Three packages as the generator leaves them, with the tasks of this repository's turbo.json, and nothing of its own. */
export class TurboWorkspace {
  readonly folder: string = mkdtempSync(path.join(tmpdir(), "facsimile-turbo-"));

  constructor() {
    const manifest = { name: "company", private: true, packageManager: "npm@11.19.1", workspaces: ["packages/*"] };
    this.write("package.json", JSON.stringify(manifest));
    this.write("turbo.json", JSON.stringify({ tasks: this.tasks() }));
    for (const name of names) {
      this.write(`packages/${name}/package.json`, JSON.stringify({ name: `@acme/${name}`, version: "0.1.0", scripts }));
      this.change(name, "1");
    }
  }

  /** What a changed document does to its package. */
  change(name: (typeof names)[number], value: string): void {
    this.write(`packages/${name}/src/index.ts`, `export const value = ${value};\n`);
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), "utf8");
  }

  /** As a machine that has only the files that are committed. */
  forget(): void {
    for (const name of [".turbo", "node_modules", ...names.flatMap(leftBy)])
      rmSync(path.join(this.folder, name), { recursive: true, force: true });
  }

  /** Runs the three tasks of all packages with a remote cache, and answers with what turbo printed. */
  async run(url: string, token: string): Promise<string> {
    const turbo = path.join(root, "node_modules", "turbo", "bin", "turbo");
    const remote = { TURBO_API: url, TURBO_TOKEN: token, TURBO_TEAM: "acme" };
    const quiet = {
      DO_NOT_TRACK: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
      NPM_CONFIG_UPDATE_NOTIFIER: "false",
      NO_COLOR: "1",
    };
    const args = [turbo, "run", ...Object.keys(scripts), "--output-logs=hash-only"];
    const env = { ...process.env, ...quiet, ...remote };
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: this.folder, env });
    return stdout;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private write(file: string, text: string): void {
    const target = path.join(this.folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  /** Of this repository's tasks, what does not name its own packages. */
  private tasks(): object {
    // Ours, which turbo has read whenever this runs as a task.
    const { tasks } = JSON.parse(readFileSync(path.join(root, "turbo.json"), "utf8")) as {
      readonly tasks: Readonly<Record<string, object>>;
    };
    const { build, typecheck, contract } = tasks;
    return { build, typecheck, contract: { ...contract, dependsOn: ["build"] } };
  }
}

function leftBy(name: string): string[] {
  return [".turbo", "dist", "reports"].map((left) => `packages/${name}/${left}`);
}

import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../repository.js";
import { documentOf } from "./many-documents.js";
import { measureScript, type Run } from "./shared-measure.js";

const command = path.join(root, "packages/facsimile/bin/facsimile.js");

/** What the command says of one document. */
interface Generated {
  readonly folder: string;
  readonly outcome: string;
}

export interface Generation extends Run {
  readonly packages: readonly Generated[];
}

/** A folder with documents in `specs` and their packages in `packages`, as a company keeps them. */
export class Workspace {
  readonly folder: string = mkdtempSync(path.join(tmpdir(), "facsimile-bench-many-"));

  constructor(count: number) {
    // What was generated is remembered in the nearest node_modules.
    for (const name of ["specs", "node_modules"]) mkdirSync(path.join(this.folder, name));
    for (let at = 0; at < count; at++) this.write(at);
  }

  write(at: number, description?: string): void {
    writeFileSync(path.join(this.folder, this.specOf(at)), JSON.stringify(documentOf(at, description)));
  }

  /** Generates the packages of the first documents in one process. */
  generate(count: number, ...options: readonly string[]): Generation {
    const specs = Array.from({ length: count }, (_, at) => this.specOf(at));
    const args = ["generate", ...specs, "--out", "packages/*", "--json", ...options];
    const run = measureScript(command, args, this.folder);
    if (run.failure !== undefined) throw new Error(run.failure);
    // The command's own report.
    const { packages } = JSON.parse(run.output) as { readonly packages: readonly Generated[] };
    return { ...run, packages };
  }

  /** Seconds that passed while the packages from one place to another were written, one after the other. */
  between(from: number, to: number): number {
    const written = (at: number): number => {
      return statSync(path.join(this.folder, "packages", nameOf(at), "package.json")).mtimeMs;
    };
    return (written(to) - written(from)) / 1000;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private specOf(at: number): string {
    return path.join("specs", `${nameOf(at)}.json`);
  }
}

function nameOf(at: number): string {
  return `service-${String(at).padStart(4, "0")}`;
}

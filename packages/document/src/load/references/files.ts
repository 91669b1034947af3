import { realpath, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { createDiagnostic } from "../../diagnostics/create.js";
import type { Severity } from "../../diagnostics/severity.js";
import type { Findings } from "../findings.js";
import { Lines, lineStarts } from "../lines.js";
import { parse } from "../parse.js";
import { readText } from "../read-text.js";
import type { Source } from "../source.js";

/** Why a file is not there for a reference. `broken`: it is no YAML, which diagnostics of its own say. */
export type FileRefusal = "outside" | "unreadable" | "broken";

/** The files of one document: the one that the caller named, and those that it refers to. */
export class Files {
  /** Texts by the names that diagnostics give the files, in the order in which they were opened. */
  readonly texts: Map<string, string> = new Map();
  /** The absolute paths of files that references lead to and that are not there. */
  readonly missing: Set<string> = new Set();
  private readonly given: string;
  private readonly findings: Findings;
  private readonly allowed: readonly string[];
  private readonly opened = new Map<string, Promise<Source | FileRefusal>>();

  /**
   * @param given - the path of the document as the caller wrote it
   * @param allowed - further files and folders that may be read
   */
  constructor(given: string, allowed: readonly string[], findings: Findings) {
    this.given = given;
    this.findings = findings;
    this.allowed = [dirname(resolve(given)), ...allowed.map((path) => resolve(path))];
  }

  /** The document itself. Undefined where it is none, which is among the findings then. */
  async openRoot(): Promise<Source | undefined> {
    const source = this.read(resolve(this.given), this.given, "error");
    this.opened.set(
      resolve(this.given),
      source.then((read) => read ?? "broken"),
    );
    return source;
  }

  /** Another file that the caller named. Undefined where it cannot be read, which is among the findings then. */
  openNamed(name: string): Promise<Source | undefined> {
    return this.read(resolve(name), name, "error");
  }

  /** A file that a reference leads to. */
  open(path: string): Promise<Source | FileRefusal> {
    const known = this.opened.get(path);
    if (known !== undefined) return known;
    const opening = this.openAllowed(path);
    this.opened.set(path, opening);
    return opening;
  }

  /** What is to be read in the place of a file from now on. */
  replace(source: Source): void {
    this.opened.set(source.path, Promise.resolve(source));
  }

  private async openAllowed(path: string): Promise<Source | FileRefusal> {
    if (!this.allowed.some((folder) => contains(folder, path))) return "outside";
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined || !(await stat(real)).isFile()) {
      this.missing.add(path);
      return "unreadable";
    }
    // A link may not lead out either.
    const folders = await Promise.all(this.allowed.map((folder) => realpath(folder).catch(() => folder)));
    if (!folders.some((folder) => contains(folder, real))) return "outside";
    return (await this.read(path, this.nameOf(path), "omission")) ?? "broken";
  }

  /** The path as it follows from the one that the caller gave. */
  private nameOf(path: string): string {
    const folder = dirname(this.given);
    return join(folder, relative(resolve(folder), path))
      .split(sep)
      .join("/");
  }

  /** @param severity - what it is to do without the file */
  private async read(path: string, name: string, severity: Severity): Promise<Source | undefined> {
    const read = await readText(path);
    if (!("text" in read)) {
      const place = { file: name, position: read.position, pointer: undefined };
      this.findings.add({ ...createDiagnostic(read.code, place, read.message, read.fix), severity });
      return undefined;
    }
    this.texts.set(name, read.text);
    const { source, problems } = parse(name, path, read.text);
    if (problems.length > 0) {
      const lines = new Lines(lineStarts(read.text));
      for (const problem of problems)
        this.findings.addProblem(name, (offset) => lines.positionAt(offset), problem, severity);
    }
    return source;
  }
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

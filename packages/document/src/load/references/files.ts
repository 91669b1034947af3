import { realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { createDiagnostic } from "../../diagnostics/create.js";
import type { Severity } from "../../diagnostics/severity.js";
import { decode } from "../encoding.js";
import type { Findings } from "../findings.js";
import { documentName, type GivenDocument } from "../given-document.js";
import { Lines, lineStarts } from "../lines.js";
import { parse } from "../parse.js";
import { type ReadText, readText } from "../read-text.js";
import type { Source } from "../source.js";

/** Why a file is not there for a reference. `broken`: it is no YAML, which diagnostics of its own say. `apart`: the document has no folder that it could be in. */
export type FileRefusal = "outside" | "apart" | "unreadable" | "broken";

/** The files of one document: the one that the caller named or what he gave in its place, and those that it refers to. */
export class Files {
  /** Texts by the names that diagnostics give the files, in the order in which they were opened. */
  readonly texts: Map<string, string> = new Map();
  /** The absolute paths of files that references lead to and that are not there. */
  readonly missing: Set<string> = new Set();
  private readonly given: string | GivenDocument;
  private readonly folder: string;
  private readonly findings: Findings;
  private readonly allowed: readonly string[];
  private readonly opened = new Map<string, Promise<Source | FileRefusal>>();

  /**
   * @param given - the path of the document as the caller wrote it, or what is in no file: paths in that start from the current folder
   * @param allowed - further files and folders that may be read
   */
  constructor(given: string | GivenDocument, allowed: readonly string[], findings: Findings) {
    this.given = given;
    this.findings = findings;
    this.folder = typeof given === "string" ? dirname(given) : ".";
    const own = typeof given === "string" ? [resolve(this.folder)] : [];
    this.allowed = [...own, ...allowed.map((path) => resolve(path))];
  }

  /** The document itself. Undefined where it is none, which is among the findings then. */
  async openRoot(): Promise<Source | undefined> {
    const name = documentName(this.given);
    const path = typeof this.given === "string" ? resolve(name) : resolve(basename(name));
    const source = this.read(path, name, "error", givenText(this.given) ?? readText(path));
    this.opened.set(
      path,
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
    if (!this.allowed.some((folder) => contains(folder, path)))
      return typeof this.given === "string" ? "outside" : "apart";
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
    return join(this.folder, relative(resolve(this.folder), path))
      .split(sep)
      .join("/");
  }

  /** @param severity - what it is to do without the file */
  private async read(
    path: string,
    name: string,
    severity: Severity,
    text: ReadText | Promise<ReadText> = readText(path),
  ): Promise<Source | undefined> {
    const read = await text;
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

/** Undefined for what is in a file. */
function givenText(given: string | GivenDocument): ReadText | undefined {
  if (typeof given === "string") return undefined;
  const { content } = given;
  return content instanceof Uint8Array ? decode(content) : { code: "file-unreadable", missing: false, ...content };
}

function contains(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

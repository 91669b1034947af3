import { type CheckFile, CheckFileWriter } from "./check-file.js";
import type { Claim, TypeCheck } from "./claim.js";
import type { CompilerError } from "./compile.js";

/** What came of a check. */
export interface JudgedCheck {
  readonly name: string;
  readonly holes: readonly string[];
  /** What is wrong. Nothing is said twice. */
  readonly findings: readonly string[];
}

/** How many characters the claims of one file have, or little more: with their types, what a compiler holds of one at a time. */
const longest = 1_000_000;

/**
 * Judges checks one after another, as they are made. They are compiled in files of some length, and a check that is longer is in several; nothing is
 * kept of those that are judged.
 */
export class Judge {
  readonly #preamble: readonly string[];
  readonly #compile: (file: CheckFile) => readonly CompilerError[];
  readonly #shared = new Set<string>();
  readonly #errors = new Map<Claim, CompilerError>();
  #writer: CheckFileWriter;

  constructor(preamble: readonly string[], compile: (file: CheckFile) => readonly CompilerError[]) {
    this.#preamble = preamble;
    this.#compile = compile;
    this.#writer = new CheckFileWriter(preamble);
  }

  /** What is wrong that concerns no claim, after all checks were judged. */
  get shared(): readonly string[] {
    return [...this.#shared];
  }

  *judge(checks: Iterable<TypeCheck>): Iterable<JudgedCheck> {
    const waiting: TypeCheck[] = [];
    for (const check of checks) {
      this.#write(check);
      waiting.push(check);
      if (this.#writer.length > longest) yield* this.#settle(waiting.splice(0));
    }
    yield* this.#settle(waiting);
  }

  #write({ claims }: TypeCheck): void {
    for (const claim of claims) {
      if (this.#writer.length > longest) this.#compileWritten();
      this.#writer.add(claim);
    }
  }

  #settle(checks: readonly TypeCheck[]): readonly JudgedCheck[] {
    this.#compileWritten();
    const judged = checks.map(({ name, holes, claims }) => ({
      name,
      holes,
      findings: messagesOf(claims, this.#errors),
    }));
    this.#errors.clear();
    return judged;
  }

  #compileWritten(): void {
    const { file } = this.#writer;
    this.#writer = new CheckFileWriter(this.#preamble);
    for (const error of this.#compile(file)) {
      const claim = file.claims[error.line];
      if (claim === undefined) this.#shared.add(error.message);
      else if (!this.#errors.has(claim)) this.#errors.set(claim, error);
    }
  }
}

type Errors = ReadonlyMap<Claim, CompilerError>;

function messagesOf(claims: readonly Claim[], errors: Errors): readonly string[] {
  const messages = new Map<string, string>();
  for (const claim of claims) {
    if (isAsExpected(claim, errors) || !tells(claim, errors)) continue;
    const { key, message } = claim.finding(errors.get(claim));
    if (!messages.has(key)) messages.set(key, message);
  }
  return [...messages.values()];
}

function isAsExpected(claim: Claim, errors: Errors): boolean {
  return claim.expected === "either" || errors.has(claim) === (claim.expected === "fails");
}

function tells({ given, unless }: Claim, errors: Errors): boolean {
  if (unless !== undefined && !errors.has(unless)) return false;
  return given.every((claim) => !errors.has(claim) && tells(claim, errors));
}

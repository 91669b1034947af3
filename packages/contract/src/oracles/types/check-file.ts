import type { Claim } from "./claim.js";

/** A file to compile, in which each claim is one line. */
export interface CheckFile {
  readonly text: string;
  /** The claim of a line, from line 0; undefined for what all checks share. */
  readonly claims: readonly (Claim | undefined)[];
}

/** Types that claims are written with. `Same` holds for `any` too: claims that must not compile find that out. */
const vocabulary = [
  "type Check<Holds extends true> = Holds;",
  "type Fits<A, B> = [A] extends [B] ? true : false;",
  "type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;",
  "type Exact<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
  "type Property<T, Name extends keyof NonNullable<T>> = Exclude<NonNullable<T>[Name], undefined>;",
  "type Item<T> = NonNullable<T> extends readonly (infer Element)[] ? Element : never;",
  "type RequiredKeys<T> = { [Key in keyof NonNullable<T>]-?: {} extends Pick<NonNullable<T>, Key> ? never : Key }[keyof NonNullable<T>];",
];

/** A module of claims about a package that is being written. */
export class CheckFileWriter {
  readonly #lines: string[];
  readonly #claims: (Claim | undefined)[];
  readonly #written = new Set<Claim>();
  #length = 0;

  constructor(preamble: readonly string[]) {
    this.#lines = [...preamble, ...vocabulary];
    this.#claims = this.#lines.map(() => undefined);
  }

  /** How many characters its claims have. */
  get length(): number {
    return this.#length;
  }

  get file(): CheckFile {
    return { text: `${this.#lines.join("\n")}\n`, claims: this.#claims };
  }

  /** Adds a claim after those that name the types which it is written with. They may be of a check that was in another file. */
  add(claim: Claim): void {
    if (this.#written.has(claim)) return;
    this.#written.add(claim);
    for (const before of claim.given) this.#addNames(before);
    const { statement } = claim;
    this.#lines.push(statement);
    this.#claims.push(claim);
    this.#length += statement.length;
  }

  #addNames(claim: Claim): void {
    if (claim.isName) this.add(claim);
    else for (const before of claim.given) this.#addNames(before);
  }
}

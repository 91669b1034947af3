import type { CompilerError } from "./compile.js";

/** A statement of TypeScript, and what it means that the compiler takes it or does not. */
export interface Claim {
  /** One line, in a block of its own. */
  readonly statement: string;
  /** Whether it names a type that other claims of its check are written with. */
  readonly isName: boolean;
  /** Whether it has to compile, or must not. `either` is there for what depends on it. */
  readonly expected: "compiles" | "fails" | "either";
  /** Tells nothing where one of these is not as expected. */
  readonly given: readonly Claim[];
  /** Tells nothing where this one compiles. */
  readonly unless: Claim | undefined;
  /** What is wrong where it is not as expected; `error` is what the compiler says. */
  finding(error: CompilerError | undefined): ClaimFinding;
}

export interface ClaimFinding {
  /** Findings of one check that say the same in other words are one. */
  readonly key: string;
  readonly message: string;
}

/** What is claimed of one thing, such as the input of an operation. */
export interface TypeCheck {
  /** `getUser: types of 404`. */
  readonly name: string;
  readonly claims: readonly Claim[];
  /** What cannot be claimed, with the reasons. */
  readonly holes: readonly string[];
}

/** How a claim is told apart from those that hold by themselves. */
export type Conditions = Partial<Pick<Claim, "given" | "unless">>;

/** That a statement compiles, in a sentence that says what the document means. */
export function compiles(statement: string, sentence: string, conditions: Conditions = {}): Claim {
  return {
    statement: inBlock(statement),
    isName: false,
    expected: "compiles",
    given: [],
    unless: undefined,
    ...conditions,
    finding: (error) => ({ key: sentence, message: `${sentence}: ${firstLine(error)}` }),
  };
}

/** That a statement does not compile. */
export function fails(statement: string, sentence: string, conditions: Conditions = {}): Claim {
  return {
    statement: inBlock(statement),
    isName: false,
    expected: "fails",
    given: [],
    unless: undefined,
    ...conditions,
    finding: () => ({ key: sentence, message: `${sentence}.` }),
  };
}

/** That a type holds, as a value of the vocabulary, and that `any` in its place would be found out by one that is wrong. */
export function holds(comparison: string, sentence: string, conditions?: Conditions): Claim {
  return compiles(`type _ = Check<${comparison}>;`, sentence, conditions);
}

export function holdsNot(comparison: string, sentence: string, conditions?: Conditions): Claim {
  return fails(`type _ = Check<${comparison}>;`, sentence, conditions);
}

/** A name for a type, which other claims are made of. */
export function alias(name: string, type: string, sentence: string, conditions?: Conditions): Claim {
  return { ...compiles("", sentence, conditions), statement: `type ${name} = ${type};`, isName: true };
}

/** What the compiler says first: it goes on with the reasons of the reasons. */
export function firstLine(error: CompilerError | undefined): string {
  return error?.message.split("\n", 1)[0] ?? "";
}

const block = "{ ";

/** How far into the line of a claim its statement begins. */
export const blockOffset: number = block.length;

export function inBlock(statement: string): string {
  return `${block}${statement} }`;
}

/** A type that does not follow the grammar of its language. */
export class TypeSyntaxError extends Error {
  override readonly name = "TypeSyntaxError";
}

/** The parts of a written type, to be taken one after the other. */
export class Tokens {
  readonly #text: string;
  readonly #tokens: readonly string[];
  /** The models that have a page of their own. */
  readonly models: ReadonlySet<string>;
  #next = 0;

  /** Splits at every mark of `marks`, at white space, and keeps quoted strings whole. */
  constructor(text: string, marks: string, models: ReadonlySet<string> = new Set()) {
    this.#text = text;
    this.models = models;
    this.#tokens = split(text, marks);
  }

  peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  /** Takes the next part when it is the given one. */
  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.#next += 1;
    return true;
  }

  expect(token: string): void {
    if (!this.accept(token)) throw this.unexpected(`"${token}"`);
  }

  take(): string {
    const token = this.peek();
    if (token === undefined) throw this.unexpected("a type");
    this.#next += 1;
    return token;
  }

  /** What was read between two marks, after which the second has to stand. */
  closed<T>(mark: string, between: T): T {
    this.expect(mark);
    return between;
  }

  end(): void {
    if (this.peek() !== undefined) throw this.unexpected("the end of the type");
  }

  unexpected(wanted: string): TypeSyntaxError {
    const found = this.peek() === undefined ? "it ends" : `"${this.peek()}" stands`;
    return new TypeSyntaxError(`"${this.#text}" is not a type: ${found} where ${wanted} is needed`);
  }
}

function split(text: string, marks: string): string[] {
  const tokens: string[] = [];
  let at = 0;
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest);
    const token = /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/.exec(rest)?.[0] ?? markOrWord(rest, marks);
    if (space === null) tokens.push(token);
    at += space === null ? token.length : space[0].length;
  }
  return tokens;
}

function markOrWord(rest: string, marks: string): string {
  if (marks.includes(rest.charAt(0))) return rest.charAt(0);
  let length = 1;
  while (length < rest.length && !/\s/.test(rest.charAt(length)) && !marks.includes(rest.charAt(length))) length += 1;
  return rest.slice(0, length);
}

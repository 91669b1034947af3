import type { FactValue } from "../facts/fact.js";

/** A value as a Python code sample writes it. What is computed (`os.environ["KEY"]`, `open(…)`) is a call without arguments of interest. */
export type PythonValue =
  | { readonly kind: "scalar"; readonly value: FactValue; readonly offset: number }
  | { readonly kind: "list"; readonly items: readonly PythonValue[]; readonly offset: number }
  | { readonly kind: "call"; readonly name: string; readonly named: readonly NamedArgument[]; readonly offset: number }
  | { readonly kind: "dict"; readonly offset: number };

export interface NamedArgument {
  readonly name: string;
  readonly value: PythonValue;
  /** Where the name stands in the code. */
  readonly offset: number;
}

/** Reads the expression that begins at an offset of the code. Undefined where it is none of the forms that samples use. */
export function readPythonValue(code: string, offset: number): PythonValue | undefined {
  try {
    return new Reader(code, offset).value();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

class Unreadable extends Error {}

const keywords: Readonly<Record<string, FactValue>> = { True: true, False: false, None: null };

class Reader {
  readonly #code: string;
  #at: number;

  constructor(code: string, at: number) {
    this.#code = code;
    this.#at = at;
  }

  value(): PythonValue {
    this.#space();
    const offset = this.#at;
    const long = this.#match(/[bru]?("""[\s\S]*?"""|'''[\s\S]*?''')/y);
    if (long !== undefined) return { kind: "scalar", value: long.replace(/^[bru]?.../, "").slice(0, -3), offset };
    const string = this.#match(/[bru]?("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/y);
    if (string !== undefined) return { kind: "scalar", value: unquote(string), offset };
    const number = this.#match(/-?\d+(\.\d+)?/y);
    if (number !== undefined) return { kind: "scalar", value: Number(number), offset };
    if (this.#accept("[")) return { kind: "list", items: this.#items("]", () => this.value()), offset };
    if (this.#accept("{")) return this.#dict(offset);
    return this.#word(offset);
  }

  #word(offset: number): PythonValue {
    const name = this.#match(/[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*/uy);
    if (name === undefined) throw new Unreadable();
    if (Object.hasOwn(keywords, name)) return { kind: "scalar", value: keywords[name] ?? null, offset };
    const named = this.#accept("(")
      ? this.#items(")", () => this.#argument()).flatMap((argument) => argument ?? [])
      : [];
    // Whatever is done to the result (`.date()`, `["KEY"]`) does not matter to the sample.
    return { kind: "call", name: name.slice(name.lastIndexOf(".") + 1), named, offset };
  }

  #argument(): NamedArgument | undefined {
    this.#space();
    const offset = this.#at;
    const name = this.#match(/[\p{L}_][\p{L}\p{N}_]*(?=\s*=[^=])/uy);
    if (name === undefined) {
      this.value();
      return undefined;
    }
    this.#space();
    this.#accept("=");
    const value = this.value();
    this.#match(/(\.[\p{L}_]+(\(\))?|\[[^\]]*\])+/uy);
    return { name, value, offset };
  }

  #dict(offset: number): PythonValue {
    this.#items("}", () => {
      this.value();
      this.#space();
      // Some samples write the keys of a dictionary as the names of arguments.
      if (!this.#accept(":") && !this.#accept("=")) throw new Unreadable();
      this.value();
    });
    return { kind: "dict", offset };
  }

  #items<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    for (;;) {
      this.#space();
      if (this.#accept(end)) return items;
      items.push(item());
      this.#space();
      if (!this.#accept(",") && this.#code.charAt(this.#at) !== end) throw new Unreadable();
    }
  }

  #space(): void {
    this.#match(/(\s|#[^\n]*\n)+/y);
  }

  #accept(text: string): boolean {
    if (!this.#code.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#code)?.[0];
    if (text !== undefined) this.#at += text.length;
    return text;
  }
}

function unquote(literal: string): string {
  return literal.replace(/^[bru]?["']|["']$/g, "").replace(/\\(.)/g, "$1");
}

/** A value of a JSON text with the line on which it begins, from 1. */
export type JsonNode =
  | { readonly kind: "object"; readonly line: number; readonly members: readonly JsonMember[] }
  | { readonly kind: "list"; readonly line: number; readonly items: readonly JsonNode[] }
  | { readonly kind: "scalar"; readonly line: number; readonly value: string | number | boolean | null };

export interface JsonMember {
  readonly name: string;
  readonly line: number;
  readonly node: JsonNode;
}

/** Values are not read any deeper than this. */
const deepest = 64;

/** Reads a JSON text. Undefined where it is none, or where an object has a name twice. */
export function readJson(text: string): JsonNode | undefined {
  try {
    JSON.parse(text);
    return new Reader(text).value(0);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads a text that is known to be JSON, for the lines in it. */
class Reader {
  readonly #text: string;
  readonly #token = /\s*("[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+)/y;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number, token: string = this.#take()): JsonNode {
    if (depth > deepest) throw new SyntaxError("too deep");
    const line = this.#line;
    if (token === "{") return { kind: "object", line, members: this.#members(depth) };
    if (token === "[") return { kind: "list", line, items: this.#items(depth) };
    return { kind: "scalar", line, value: JSON.parse(token) as string | number | boolean | null }; // no other token begins a value
  }

  #members(depth: number): readonly JsonMember[] {
    const members = new Map<string, JsonMember>();
    for (let token = this.#take(); token !== "}"; token = this.#take()) {
      if (token === ",") continue;
      const [name, line] = [JSON.parse(token) as string, this.#line]; // what stands there is a name
      if (members.has(name)) throw new SyntaxError("a name twice");
      this.#take(); // the colon
      members.set(name, { name, line, node: this.value(depth + 1) });
    }
    return [...members.values()];
  }

  #items(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    for (let token = this.#take(); token !== "]"; token = this.#take())
      if (token !== ",") items.push(this.value(depth + 1, token));
    return items;
  }

  #take(): string {
    const token = this.#token.exec(this.#text)?.[1];
    if (token === undefined) throw new SyntaxError("no JSON");
    const start = this.#token.lastIndex - token.length;
    for (; this.#counted < start; this.#counted += 1) if (this.#text[this.#counted] === "\n") this.#line += 1;
    return token;
  }
}

import type { Header, JsonSchema, Response } from "@facsimile/document";
import type { Code, ObjectType, Type } from "../print/index.js";
import { code, comment, identifier, keyword, named, objectType, pascalCase } from "../print/index.js";

/** How the runtime reads the text of a header. */
export type HeaderKind = "string" | "number" | "integer" | "boolean" | "array" | "object";

export function headerKind(schema: JsonSchema): HeaderKind {
  const types = typeof schema === "object" ? [schema.type].flat().filter((type) => type !== "null") : [];
  const [type] = types;
  return kinds.find((kind) => kind === type) ?? "string";
}

const kinds: readonly HeaderKind[] = ["number", "integer", "boolean", "array", "object"];

/** The declared types of response headers: one for each set of headers, however many responses have it. */
export class HeaderTypes {
  readonly #names = new Map<string, string>();
  readonly #declarations: Code[] = [];
  readonly #taken: Set<string>;

  constructor(taken: ReadonlySet<string>) {
    this.#taken = new Set(taken);
  }

  get declarations(): readonly Code[] {
    return this.#declarations;
  }

  get names(): readonly string[] {
    return [...this.#names.values()];
  }

  /** The type of the headers of a response; undefined where the document states none. */
  typeOf({ headers }: Response): Type | undefined {
    if (headers.length === 0) return undefined;
    const key = JSON.stringify(
      headers.map(({ name, description, schema }) => [name, description, headerKind(schema.json)]),
    );
    const name = this.#names.get(key) ?? this.#declare(key, headers);
    return named(identifier(name));
  }

  #declare(key: string, headers: readonly Header[]): string {
    const name = this.#freeName(headers.map((header) => header.name));
    this.#names.set(key, name);
    const properties = headers.map((header) => ({
      name: header.name,
      type: headerType(headerKind(header.schema.json)),
      optional: true,
      readonly: true,
      comment: comment(header.description),
    }));
    const type: ObjectType = { kind: "object", properties, index: undefined };
    this.#declarations.push(code`
      ${comment("Headers of an answer, as far as it has them.")}
      export interface ${identifier(name)} ${objectType(type)}
    `);
    return name;
  }

  #freeName(headers: readonly string[]): string {
    const [first = "", ...others] = headers.map(headerWord);
    const last = others.at(-1);
    const base = pascalCase(`${first}${last === undefined ? "" : `-to-${last}`}-headers`);
    let name = base;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${base}${number}`;
    this.#taken.add(name);
    return name;
  }
}

/** `UC-REST-ERROR` → `uc-rest-error`: the names of headers have no case. */
function headerWord(name: string): string {
  return name.toLowerCase();
}

function headerType(kind: HeaderKind): Type {
  switch (kind) {
    case "array":
      return { kind: "array", items: keyword("string"), readonly: true };
    case "object":
      return named(identifier("Readonly"), named(identifier("Record"), keyword("string"), keyword("string")));
    case "integer":
      return keyword("number");
    default:
      return keyword(kind);
  }
}

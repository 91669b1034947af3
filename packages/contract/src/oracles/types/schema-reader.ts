import {
  bindSchema,
  child,
  type Direction,
  type Document,
  isObject,
  modernSchema,
  schemasOf,
  splitPointer,
  valueAt,
} from "@facsimile/document";

/** Reads the schemas of a document as they bind in one direction, and keeps which components were asked for. */
export class SchemaReader {
  readonly #document: Document;
  readonly #needed = new Set<string>();

  constructor(
    document: Document,
    readonly direction: Direction,
  ) {
    this.#document = document;
  }

  /** The interface that has the types of the components. */
  get expected(): string {
    return this.direction === "request" ? "ExpectedInRequests" : "ExpectedInResponses";
  }

  /** The schema at a pointer, as draft 2020-12 has it. */
  at(pointer: string): unknown {
    const written = valueAt(this.#document.json, pointer);
    const modern = this.#document.dialect === "3.0" ? modernSchema(written, "3.0") : written;
    return bindSchema(schemasOf(this.#document.json), modern, this.direction);
  }

  component(name: string): unknown {
    return this.at(child("/components/schemas", name));
  }

  /** The name where a reference leads to a component as a whole. */
  componentName(reference: string): string | undefined {
    const token = /^#\/components\/schemas\/([^/]+)$/.exec(reference)?.[1];
    return token === undefined ? undefined : splitPointer(`/${decodeURIComponent(token)}`)[0];
  }

  /** What a reference leads to; the schema itself where it is none. */
  follow(schema: unknown): unknown {
    const seen = new Set<string>();
    let current = schema;
    while (isObject(current) && typeof current.$ref === "string" && !seen.has(current.$ref)) {
      seen.add(current.$ref);
      current = this.at(decodeURIComponent(current.$ref.slice(1)));
    }
    return current;
  }

  /** Says that the type of a component will be needed. */
  need(name: string): void {
    this.#needed.add(name);
  }

  /** The components that were needed so far; the set grows while they are written. */
  get needed(): ReadonlySet<string> {
    return this.#needed;
  }
}

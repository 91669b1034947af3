import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import type { FactValue } from "../facts/fact.js";
import type { PageSource } from "./page-source.js";
import type { Reading } from "./reading.js";

/** Reads `wire.json`: the name on the wire of every documented name, and where it travels. */
export function readWire(source: PageSource, reading: Reading): void {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, schema: "json", uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined || !isMap(document.contents)) {
    const line = error?.linePos?.[0].line;
    reading.problem(
      line,
      `this is not a JSON object: ${error?.message.split("\n")[0] ?? "it is empty"}`,
      "Write valid JSON",
    );
    return;
  }
  const wire = new WireReader(lines, reading);
  for (const [operation, node] of wire.entries(document.contents, "operations")) wire.operation(operation, node);
  for (const [model, node] of wire.entries(document.contents, "models")) wire.model(model, node);
}

class WireReader {
  readonly #lines: LineCounter;
  readonly #reading: Reading;

  constructor(lines: LineCounter, reading: Reading) {
    this.#lines = lines;
    this.#reading = reading;
  }

  /** The entries of the object under a key; none where there is no such key. */
  entries(map: Node, key: string): readonly (readonly [name: string, value: Node])[] {
    const inner = isMap(map) ? map.get(key, true) : undefined;
    if (!isMap(inner)) return [];
    return (inner as YAMLMap<unknown, Node>).items.flatMap(({ key: name, value }) => {
      return isScalar(name) && value !== null ? [[String(name.value), value] as const] : [];
    });
  }

  operation(operation: string, node: Node): void {
    const of = ["wire", "operation", operation];
    for (const key of ["method", "path", "auth", "accept", "content_type"])
      this.#state([...of, key.replace("_", "-")], node, key);
    for (const [parameter, place] of this.entries(node, "parameters")) {
      const fact = [...of, "parameter", parameter];
      // A request body has no name on the wire: what stands there is the SDK's.
      if (!isMap(place) || place.get("in") !== "body") this.#state([...fact, "name"], place, "wire");
      for (const key of ["in", "required", "enum", "collection_format"])
        this.#state([...fact, key.replace("_", "-")], place, key);
    }
  }

  model(model: string, node: Node): void {
    for (const [property, name] of this.entries(node, "properties")) {
      this.#value(["wire", "model", model, "property", property, "name"], name);
    }
    for (const [property, values] of this.entries(node, "enums"))
      this.#value(["wire", "model", model, "property", property, "enum"], values);
    const variants = isMap(node) ? node.get("one_of", true) : undefined;
    if (!isSeq(variants)) return;
    const line = this.#line(variants);
    const types = variants.items.map((item) => this.#reading.type(isScalar(item) ? String(item.value) : "", line));
    this.#reading.state(
      ["wire", "model", model, "one-of"],
      line,
      types.flatMap((type) => type ?? []),
    );
  }

  /** States the value under a key. Nothing where there is none, or where it is null: not known. */
  #state(names: readonly string[], map: Node, key: string): void {
    const node = isMap(map) ? map.get(key, true) : undefined;
    if (isScalar(node) || isSeq(node)) this.#value(names, node as Node);
  }

  #value(names: readonly string[], node: Node): void {
    const value = isScalar(node) || isSeq(node) ? (node.toJSON() as FactValue) : null; // the JSON schema of YAML has no other values
    if (value !== null) this.#reading.state(names, this.#line(node), value);
  }

  #line(node: Node): number {
    return this.#lines.linePos(node.range?.[0] ?? 0).line;
  }
}

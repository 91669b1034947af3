import { DiagnosticCollection } from "../diagnostics/collection.js";
import { createDiagnostic } from "../diagnostics/create.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { DiagnosticCode } from "../diagnostics/registry.js";
import type { Document, Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import type { RawDocument, Referable, Reference } from "../load/openapi.js";
import { member, pointerOfFragment, valueAt } from "../load/pointer.js";

/** A part of the document with the place where it is written. */
export interface Node<T> {
  readonly value: T;
  readonly pointer: string;
}

/** Thrown for what is left out, and caught by what can do without it. */
class LeftOut extends Error {}

/** What every step of building a model shares: the document, and where findings go. */
export class Context {
  readonly document: Document;
  readonly root: RawDocument;
  private readonly found = new DiagnosticCollection();
  /** What references stand for, but for those in circles. */
  private readonly ends = new Map<string, Node<Json>>();

  constructor(document: Document) {
    this.document = document;
    // Loading has checked that the document has the shape of these types.
    this.root = document.json as unknown as RawDocument;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.found.inOrder(this.document.file);
  }

  get failed(): boolean {
    return this.found.failed;
  }

  /**
   * Says that something is left out, and ends the building of it: what {@link attempt} builds is left out as a whole.
   *
   * @param code one whose severity is an omission
   * @throws LeftOut
   */
  leaveOut(code: DiagnosticCode, pointer: string, message: string, fix: string): never {
    this.report(code, pointer, message, fix);
    throw new LeftOut(message);
  }

  /** What `build` gives; undefined where something in it is left out, so that there can be no such thing as a whole. */
  attempt<T>(build: () => T): T | undefined {
    try {
      return build();
    } catch (error) {
      if (error instanceof LeftOut) return undefined;
      throw error;
    }
  }

  report(code: DiagnosticCode, pointer: string, message: string, fix: string): void {
    const { file, line, column, pointer: place } = this.document.locate(pointer);
    this.found.add(createDiagnostic(code, { file, position: { line, column }, pointer: place }, message, fix));
  }

  /**
   * Follows `$ref`s to what they stand for. Loading has checked that each leads to a value of the right kind, and none in a circle. In OpenAPI
   * 3.1, a description beside a `$ref` counts more than the one that it leads to.
   */
  resolve<T extends object>(value: Referable<T>, pointer: string): Node<T> {
    // As above: what a pointer leads to was checked to be such a value.
    const written = value as unknown as Json;
    const description = isReference(written) ? member(written, "description") : undefined;
    const node = this.follow({ value: written, pointer }) as unknown as Node<T>;
    if (typeof description !== "string" || this.document.dialect === "3.0") return node;
    return { ...node, value: { ...node.value, description } };
  }

  /** The same for schemas, which may also be booleans, and whose references may lead in circles. */
  follow(start: Node<Json>): Node<Json> {
    if (!isReference(start.value)) return start;
    const known = this.ends.get(start.value.$ref);
    if (known !== undefined) return known;
    const end = this.followAll(start);
    if (!isReference(end.value)) this.ends.set(start.value.$ref, end);
    return end;
  }

  private followAll(start: Node<Json>): Node<Json> {
    const seen = new Set<string>();
    let node: Node<Json> = start;
    while (isReference(node.value) && !seen.has(node.pointer)) {
      seen.add(node.pointer);
      const pointer = pointerOfFragment(node.value.$ref.slice(1)) ?? "";
      node = { pointer, value: valueAt(this.document.json, pointer) ?? null };
    }
    return node;
  }
}

function isReference(value: Json): value is JsonObject & Reference {
  return isObject(value) && typeof member(value, "$ref") === "string";
}

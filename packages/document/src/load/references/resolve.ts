import type { DiagnosticCode } from "../../diagnostics/registry.js";
import { nearest } from "../../nearest.js";
import type { Document, Json } from "../document.js";
import type { Report } from "../findings.js";
import { isObject } from "../object.js";
import { child, pointerOfFragment, splitLast, splitPointer, valueAt } from "../pointer.js";
import type { Source } from "../source.js";
import { type ReferenceUse, StructureCheck } from "../structure/check.js";
import { checkKeywords } from "../structure/keywords.js";
import { sectionOf } from "../structure/section.js";
import type { Files, Refusal } from "./files.js";
import { readTarget } from "./target.js";

/** A reference and what it stands for. */
export interface Resolved {
  readonly use: ReferenceUse;
  readonly source: Source;
  readonly pointer: string;
  readonly value: Json;
}

/** Holds a document, and everything that it refers to, against the shapes of OpenAPI. Answers the references that lead somewhere. */
export async function checkAndResolve(
  root: Source,
  dialect: Document["dialect"],
  files: Files,
  report: Report,
): Promise<Resolved[]> {
  const uses: ReferenceUse[] = [];
  const structure = new StructureCheck(report, {
    onReference: (use) => uses.push(use),
    onSchema: (source, schema, pointer) => checkKeywords(report, dialect, source, schema, pointer),
  });
  const resolver = new Resolver(root, files, report);
  structure.check(root, root.json, "", { kind: "object", name: "Document" });
  const resolved: Resolved[] = [];
  // What a reference leads to may hold further references: they are added to the end while this runs.
  for (const use of uses) {
    const target = await resolver.resolve(use);
    if (target === undefined) continue;
    resolved.push(target);
    structure.check(target.source, target.value, target.pointer, use.shape);
  }
  return resolved;
}

class Resolver {
  private readonly root: Source;
  private readonly files: Files;
  private readonly report: Report;

  constructor(root: Source, files: Files, report: Report) {
    this.root = root;
    this.files = files;
    this.report = report;
  }

  async resolve(use: ReferenceUse): Promise<Resolved | undefined> {
    if (use.kind === "schema name") return this.find(use, this.root, child("/components/schemas", use.ref));
    if (use.ref.startsWith("#/")) return this.find(use, use.source, pointerOfFragment(use.ref.slice(1)));
    const target = readTarget(use.ref, use.source.path);
    switch (target.kind) {
      case "place": {
        const source = await this.files.open(target.path);
        return typeof source === "string" ? this.refuseFile(use, source) : this.find(use, source, target.pointer);
      }
      case "network": {
        const fix = "Save the file in the folder of this document, and refer to it there.";
        return this.refuse(use, "reference-network", `leads to ${target.host}; nothing is read over the network.`, fix);
      }
      case "anchor": {
        const fix = "Write the keys that lead to the target, such as #/components/schemas/User.";
        return this.refuse(use, "reference-unsupported", "has no JSON pointer after the #.", fix);
      }
    }
  }

  private find(use: ReferenceUse, source: Source, pointer: string | undefined): Resolved | undefined {
    const value = pointer === undefined ? undefined : valueAt(source.json, pointer);
    if (value === undefined || pointer === undefined) {
      return this.refuse(use, "reference-unresolved", "leads to nothing.", fixFor(source, pointer));
    }
    const [components, section] = splitPointer(pointer);
    const expected = sectionOf(use.shape);
    if (components !== "components" || section === undefined || expected === undefined || section === expected) {
      return { use, source, pointer, value };
    }
    const words = `leads into components.${section}, but what is needed here stands in components.${expected}.`;
    return this.refuse(use, "reference-kind", words, `Refer to an entry of components.${expected}.`);
  }

  private refuseFile(use: ReferenceUse, refusal: Refusal): undefined {
    if (refusal === "reported") return undefined;
    if (refusal === "unreadable") {
      const fix = "Correct the path, which starts at the folder of the file that the reference is in, or add the file.";
      return this.refuse(use, "reference-unresolved", "leads to no file.", fix);
    }
    const fix = "Move or copy the file into the folder of the document.";
    return this.refuse(use, "reference-outside", "leads out of the folder of the document.", fix);
  }

  private refuse(use: ReferenceUse, code: DiagnosticCode, words: string, fix: string): undefined {
    this.report(code, use.source, child(use.pointer, use.key), `The reference "${use.ref}" ${words}`, fix);
    return undefined;
  }
}

function fixFor(source: Source, pointer: string | undefined): string {
  const last = pointer === undefined ? undefined : splitLast(pointer);
  const container = last && valueAt(source.json, last.parent);
  const meant = isObject(container) && last !== undefined ? nearest(last.key, Object.keys(container)) : undefined;
  return meant === undefined
    ? "Correct it, or add what it refers to."
    : `Write "${meant}" if that was meant, or add "${last?.key}".`;
}

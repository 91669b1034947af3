import { dirname, relative, sep } from "node:path";
import type { Json } from "../document.js";
import type { Report } from "../findings.js";
import { child, member, referenceToPointer } from "../pointer.js";
import type { Source } from "../source.js";
import { StructureCheck } from "../structure/check.js";
import { Edits } from "../structure/edits.js";
import { mendEnumTypes } from "../structure/enum-types.js";
import { checkKeywords } from "../structure/keywords.js";
import type { ReferenceUse } from "../structure/reference-use.js";
import type { Visitor } from "../structure/references.js";
import { mendBounds } from "../structure/schema-rules.js";
import type { Shape } from "../structure/shape.js";
import { keyOfShape } from "../structure/shape-key.js";
import { dialectOf, type OpenApiVersion } from "../version.js";
import { consequence } from "./consequence.js";
import { dynamicTargets, recursiveTarget } from "./dynamic.js";
import type { Files } from "./files.js";
import { refuseKind } from "./kind.js";
import { type Found, Locator, type Place } from "./locate.js";
import { nameReference, type Refused } from "./refused.js";

/** A reference and what it stands for. A dynamic reference may stand for one of several, and is there several times then. */
export interface Resolved extends Place {
  readonly use: ReferenceUse;
}

/** A reference that stands for nothing, with the code of the finding that says why. */
export interface Unresolved {
  readonly use: ReferenceUse;
  readonly code: Refused["code"];
}

/** The references of a document, and of everything that it refers to. */
export interface References {
  readonly resolved: readonly Resolved[];
  readonly unresolved: readonly Unresolved[];
  /** Whether a schema has an identifier, which means nothing any more once every reference leads to a component. */
  readonly identified: boolean;
}

/**
 * Holds a document, and everything that it refers to, against the shapes of OpenAPI, follows its references, and then mends what does not fit the
 * shapes.
 */
export async function checkAndResolve(
  root: Source,
  version: OpenApiVersion,
  files: Files,
  report: Report,
): Promise<References> {
  const resolver = new Resolver(root, version, files, report);
  await resolver.run();
  return resolver;
}

const identifiers = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"] as const;

class Resolver implements References {
  readonly resolved: Resolved[] = [];
  readonly unresolved: Unresolved[] = [];
  identified = false;
  private readonly root: Source;
  private readonly report: Report;
  private readonly locator: Locator;
  private readonly structure: StructureCheck;
  private readonly uses: ReferenceUse[] = [];
  private followed = 0;
  /** Those that depend on identifiers which a file that is read later may have. */
  private readonly postponed: ReferenceUse[] = [];
  private readonly kinds = new Map<Found, Map<string, Refused | undefined>>();
  /** The shapes that were found where references lead. */
  private readonly right = new Map<Found, readonly Shape[]>();
  private readonly edits = new Edits();

  constructor(root: Source, version: OpenApiVersion, files: Files, report: Report) {
    const dialect = dialectOf(version);
    this.root = root;
    this.report = report;
    this.locator = new Locator(files, dialect);
    const visitor: Visitor = {
      onReference: (use) => this.uses.push(use),
      onSchema: (source, schema, pointer) => {
        checkKeywords(report, dialect, source, schema, pointer);
        mendBounds(report, dialect, this.edits, source, schema, pointer);
        mendEnumTypes(report, this.edits, source, schema, pointer);
        this.identified ||= identifiers.some((key) => member(schema, key) !== undefined);
      },
    };
    this.structure = new StructureCheck(version, report, visitor, this.edits);
  }

  async run(): Promise<void> {
    this.structure.checkDocument(this.root);
    await this.followAll();
    for (const use of this.postponed) {
      await this.resolve(use, true);
      await this.followAll();
    }
    this.structure.settleReferences(this.resolved);
    this.edits.apply();
  }

  /** What a reference leads to may hold further references, which are added to the end meanwhile. */
  private async followAll(): Promise<void> {
    for (; this.followed < this.uses.length; this.followed++) {
      const use = this.uses[this.followed];
      if (use !== undefined && !this.followKnown(use)) await this.resolve(use, false);
    }
  }

  /** Most references lead where others led before, which needs no waiting. */
  private followKnown(use: ReferenceUse): boolean {
    const found = use.kind === "uri" ? this.locator.known(use.ref, use.source) : undefined;
    if (found === undefined || this.refuseKind(use, found) !== undefined) return false;
    this.accept(use, found);
    return true;
  }

  private async resolve(use: ReferenceUse, late: boolean): Promise<void> {
    if (use.kind === "dynamic" && !late) {
      this.postponed.push(use);
      return;
    }
    const found = await this.find(use);
    if (!("code" in found)) for (const one of found) this.accept(use, one);
    else if (!late && use.kind === "uri" && !use.ref.startsWith("#")) this.postponed.push(use);
    else this.refuse(use, found);
  }

  private async find(use: ReferenceUse): Promise<readonly Found[] | Refused> {
    const found = await this.locate(use);
    if ("code" in found) return found;
    return found.map((one) => this.refuseKind(use, one)).find((refused) => refused !== undefined) ?? found;
  }

  /** What many references lead to is looked at once. */
  private refuseKind({ shape }: ReferenceUse, found: Found): Refused | undefined {
    const known = this.kinds.get(found) ?? new Map<string, Refused | undefined>();
    this.kinds.set(found, known);
    const key = keyOfShape(shape);
    if (!known.has(key)) known.set(key, refuseKind(shape, found));
    return known.get(key);
  }

  private async locate(use: ReferenceUse): Promise<readonly Found[] | Refused> {
    if (use.kind === "recursive") return recursiveTarget(use, this.locator);
    if (use.kind === "dynamic") return dynamicTargets(use, this.locator);
    const found = await (use.kind === "uri"
      ? this.locator.locate(use.ref, use)
      : this.locator.locate(referenceToPointer(child("/components/schemas", use.ref)), {
          source: this.root,
          pointer: "",
        }));
    return "code" in found ? found : [found];
  }

  private accept(use: ReferenceUse, found: Found): void {
    const { source, pointer, remark } = found;
    if (remark !== undefined) {
      const message = `The reference "${use.ref}" ${remark}.`;
      this.report("reference-inexact", use.source, child(use.pointer, use.key), message, fixForInexact(use, found));
    }
    this.resolved.push({ use, source, pointer, value: this.valueOf(use, found) });
  }

  /** What is read where a reference leads. What many references lead to, and is read as it is written, is looked through once. */
  private valueOf(use: ReferenceUse, found: Found): Json {
    const { source, pointer, value } = found;
    const shapes = this.right.get(found) ?? [];
    if (shapes.includes(use.shape)) return value;
    const read = this.structure.checkTarget({ use, source, pointer, value });
    if (read === value) this.right.set(found, [...shapes, use.shape]);
    return read;
  }

  private refuse(use: ReferenceUse, { code, words, fix }: Refused): void {
    this.unresolved.push({ use, code });
    const message = `The reference "${nameReference(use.ref)}" ${words}; ${consequence(use)}.`;
    this.report(code, use.source, child(use.pointer, use.key), message, fix);
  }
}

function fixForInexact({ source }: ReferenceUse, place: Place): string {
  const file = place.source === source ? "" : relative(dirname(source.path), place.source.path).split(sep).join("/");
  return `Write ${file}${referenceToPointer(place.pointer)} if that was meant.`;
}

import { dirname, relative, sep } from "node:path";
import type { Json } from "../document.js";
import { setMember } from "../object.js";
import { child, member, pointerOfFragment, referenceToPointer, valueAt } from "../pointer.js";
import { readAddress, splitReference } from "../references/target.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Source } from "../source.js";
import type { ConversionFindings } from "./findings.js";
import type { Moves } from "./moves.js";
import type { Node } from "./node.js";
import { type OpenedFiles, targetOf } from "./opened-files.js";

/** A reference in something that was made. */
export interface PendingReference {
  /** A container that the conversion made, so that it may be changed. */
  readonly holder: { [key: string]: Json };
  readonly key: string;
  /** Where the object with the reference is written. */
  readonly at: WrittenAt;
  /** The file in which the holder is now. */
  readonly home: Source;
  readonly ref: string;
}

/** The references of what was made, which are written anew once it is known where everything is. */
export class References {
  private readonly root: Source;
  private readonly opened: OpenedFiles;
  private readonly moves: Moves;
  private readonly findings: ConversionFindings;
  private readonly pending: PendingReference[] = [];
  private settled = false;

  constructor(root: Source, opened: OpenedFiles, moves: Moves, findings: ConversionFindings) {
    this.root = root;
    this.opened = opened;
    this.moves = moves;
    this.findings = findings;
  }

  add(reference: PendingReference): void {
    const ref = this.nameOfDefinition(reference.ref, reference.at) ?? reference.ref;
    if (this.settled) this.write({ ...reference, ref });
    else this.pending.push({ ...reference, ref });
  }

  /** What a reference leads to, by the letter. */
  target(ref: string, at: WrittenAt): Node | undefined {
    return targetOf(this.opened, this.nameOfDefinition(ref, at) ?? ref, at.source);
  }

  /** From now on it is known where everything is. */
  settle(): void {
    this.settled = true;
    for (const reference of this.pending) this.write(reference);
  }

  private write({ holder, key, ref, at, home }: PendingReference): void {
    setMember(holder, key, this.rewrite(ref, at.source, home));
  }

  /** Older editions of Swagger allowed the name of a definition alone. */
  private nameOfDefinition(ref: string, at: WrittenAt): string | undefined {
    if (/[#/]/.test(ref) || targetOf(this.opened, ref, at.source) !== undefined) return undefined;
    if (member(member(this.root.json, "definitions"), ref) === undefined) return undefined;
    const meant = referenceToPointer(child("/definitions", ref));
    const message = `The reference "${ref}" was read as the name of a definition.`;
    this.findings.report("reference-inexact", at, message, `Write ${meant} if that was meant.`);
    return meant;
  }

  /** A reference as it has to be in another file, to where things are now. One that leads nowhere stays as it is written, for that is told. */
  private rewrite(ref: string, from: Source, home: Source): string {
    const { address, fragment } = splitReference(ref);
    const target = readAddress(address, from.path);
    if (target.kind !== "file") return ref;
    const pointer = pointerOfFragment(fragment);
    const isRoot = target.path === this.root.path;
    const isThere = pointer !== undefined && valueAt(this.root.json, pointer) !== undefined;
    const moved = isRoot && isThere ? this.moves.follow(pointer) : pointer;
    if (from === home && moved === pointer) return ref;
    const file =
      target.path === home.path ? "" : encodeURI(relative(dirname(home.path), target.path).split(sep).join("/"));
    return file + (moved === undefined ? `#${fragment}` : referenceToPointer(moved));
  }
}

import type { Json } from "../document.js";
import { setMember } from "../object.js";
import { member } from "../pointer.js";
import type { Source } from "../source.js";
import type { Container, Place } from "./place.js";

type Edit = { readonly value: Json } | { readonly renamed: string } | "dropped";

/** What is to become of the members of one object, or the items of one list. */
interface Changes {
  readonly source: Source;
  readonly byKey: Map<string, Edit>;
}

/**
 * What is mended in a document. All of it waits until everything was looked at: until then, places are those of the text, and references find
 * what is left out.
 */
export class Edits {
  private readonly changes = new Map<Container, Changes>();

  set({ source, holder, key }: Pick<Place, "source" | "holder" | "key">, value: Json): void {
    source.addMade(value, member(holder, String(key)));
    this.of(source, holder).byKey.set(String(key), { value });
  }

  drop({ source, holder, key }: Pick<Place, "source" | "holder" | "key">): void {
    this.of(source, holder).byKey.set(String(key), "dropped");
  }

  rename({ source, holder, key }: Place, name: string): void {
    this.of(source, holder).byKey.set(String(key), { renamed: name });
  }

  isDropped(holder: Container, key: string | number): boolean {
    return this.changes.get(holder)?.byKey.get(String(key)) === "dropped";
  }

  /** How many members or items of a container are dropped. */
  countDropped(holder: Container): number {
    const edits = [...(this.changes.get(holder)?.byKey.values() ?? [])];
    return edits.filter((edit) => edit === "dropped").length;
  }

  /** What a value becomes. */
  valueAt(holder: Container, key: string | number, value: Json): Json {
    const edit = this.changes.get(holder)?.byKey.get(String(key));
    return typeof edit === "object" && "value" in edit ? edit.value : value;
  }

  /** Changes the values that were read, which nobody else holds, and tells their files where the changed ones were written. */
  apply(): void {
    for (const [holder, { source, byKey }] of this.changes) {
      // As above: they were made by reading the files, for this document alone.
      if (Array.isArray(holder)) applyToList(holder as Json[], source, byKey);
      else applyToObject(holder as { [key: string]: Json }, source, byKey);
    }
    this.changes.clear();
  }

  private of(source: Source, holder: Container): Changes {
    const known = this.changes.get(holder);
    if (known !== undefined) return known;
    const changes = { source, byKey: new Map<string, Edit>() };
    this.changes.set(holder, changes);
    return changes;
  }
}

function applyToList(list: Json[], source: Source, byKey: ReadonlyMap<string, Edit>): void {
  const kept: [written: number, value: Json][] = [];
  for (const [index, value] of list.entries()) {
    const edit = byKey.get(String(index));
    if (edit !== "dropped") kept.push([index, edit !== undefined && "value" in edit ? edit.value : value]);
  }
  if (kept.length < list.length)
    source.moveKeys(list, new Map(kept.map(([index], place) => [String(place), String(index)])));
  list.splice(0, list.length, ...[]);
  for (const [, value] of kept) list.push(value);
}

function applyToObject(object: { [key: string]: Json }, source: Source, byKey: ReadonlyMap<string, Edit>): void {
  const moved = new Map<string, string>();
  for (const [key, edit] of byKey) {
    if (edit === "dropped") delete object[key];
    else if ("value" in edit) setMember(object, key, edit.value);
    else {
      setMember(object, edit.renamed, object[key] ?? null);
      moved.set(edit.renamed, key);
      delete object[key];
    }
  }
  if (moved.size > 0) source.moveKeys(object, moved);
}

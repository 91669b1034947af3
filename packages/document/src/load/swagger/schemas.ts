import type { Json, JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { splitPointer } from "../pointer.js";
import type { Origins } from "../rewritten/origins.js";
import { Tree } from "../rewritten/tree.js";
import type { WrittenAt } from "../rewritten/written-at.js";
import type { Source } from "../source.js";
import type { Moves } from "./moves.js";
import type { Node } from "./node.js";
import type { References } from "./references.js";
import type { SchemaWriter } from "./schema-writer.js";

/** A reference to a schema, and where it is written. */
interface Referred {
  readonly ref: string;
  readonly at: WrittenAt;
}

/** A schema that is put into a file. */
interface Patch {
  readonly path: readonly string[];
  readonly schema: JsonObject;
  readonly at: WrittenAt;
}

/** What the files of a document became. */
export interface FinishedFiles {
  readonly document: JsonObject;
  /** Files that it refers to, and that were changed. */
  readonly others: ReadonlyMap<Source, Json>;
}

/** The schemas of a document and of the files that it refers to, each converted once for the file that it is put into: references depend on it. */
export class Schemas {
  private readonly origins: Origins;
  private readonly references: References;
  private readonly moves: Moves;
  private readonly writer: SchemaWriter;
  private readonly known = new Map<Source, Map<JsonObject, Json>>();
  private readonly referred: Referred[] = [];

  constructor(origins: Origins, references: References, moves: Moves, writer: SchemaWriter) {
    this.origins = origins;
    this.references = references;
    this.moves = moves;
    this.writer = writer;
  }

  /** @param home - the file that the schema is put into */
  convert(node: Node, home: Source): Json {
    const { value, at } = node;
    if (!isObject(value)) return value;
    const known = this.knownIn(home);
    const found = known.get(value);
    if (found !== undefined) return found;
    const converted = this.writer.write(
      { value, at },
      {
        inner: (inner) => this.convert(inner, home),
        refer: (holder, key, ref) => {
          this.references.add({ holder, key, ref, at, home });
          this.referred.push({ ref, at });
        },
      },
    );
    known.set(value, converted);
    return converted;
  }

  /**
   * Converts what references to schemas lead to and was not converted where it stands: in other files, and in places that Swagger does not know.
   *
   * @param converted - what the root document became
   */
  finish(root: Source, converted: JsonObject): FinishedFiles {
    const patches = new Map<Source, Patch[]>([[root, []]]);
    // Those that are converted here may refer to others.
    for (const { ref, at } of this.referred) {
      const target = this.references.target(ref, at);
      if (target === undefined || !isObject(target.value)) continue;
      const { source, pointer } = target.at;
      if (this.knownIn(source).has(target.value)) continue;
      const schema = this.convert(target, source);
      if (!isObject(schema) || schema === target.value) continue;
      const place = source === root ? this.moves.follow(pointer) : pointer;
      const inFile = patches.get(source) ?? [];
      patches.set(source, inFile);
      inFile.push({ path: splitPointer(place), schema, at: target.at });
    }
    const inRoot = patches.get(root) ?? [];
    patches.delete(root);
    const others = new Map([...patches].map(([source, found]) => [source, this.patch(source.json, found)] as const));
    return { document: this.patch(converted, inRoot), others };
  }

  /** Puts schemas into a file, those first that others may be in. */
  private patch<Value extends Json>(json: Value, patches: readonly Patch[]): Value | JsonObject {
    const whole = patches.find(({ path }) => path.length === 0)?.schema ?? json;
    if (!isObject(whole)) return json;
    const tree = new Tree(whole, this.origins);
    for (const { path, schema, at } of patches.toSorted((one, other) => one.path.length - other.path.length)) {
      const container = path.length === 0 ? undefined : tree.open(path.slice(0, -1));
      if (container !== undefined) tree.put(container, path.at(-1) ?? "", schema, at);
    }
    return tree.json;
  }

  private knownIn(home: Source): Map<JsonObject, Json> {
    const known = this.known.get(home) ?? new Map<JsonObject, Json>();
    this.known.set(home, known);
    return known;
  }
}

import {
  boolCoreTag,
  CORE_SCHEMA,
  floatCoreTag,
  intCoreTag,
  load,
  mapTag,
  mergeTag,
  NOT_RESOLVED,
  nullCoreTag,
  type ScalarTagDefinition,
  seqTag,
  YAMLException,
} from "js-yaml";
import { maxDepth } from "../src/load/anchors.js";

/** What js-yaml makes of a text: a value, or why it makes none. */
export type Loaded = { readonly value: unknown } | { readonly refused: string };

/**
 * Loads a text by js-yaml's own `load`, under the schema that documents are read by: the core schema of YAML 1.2 with merge keys, and keys that are
 * text as they are written.
 */
export function loadByJsYaml(text: string): Loaded {
  try {
    return { value: unwrap(load(text, { schema, maxDepth: maxDepth + 1, maxTotalMergeKeys: -1 })) };
  } catch (error) {
    if (error instanceof YAMLException) return { refused: error.reason };
    throw error;
  }
}

/** A value that remembers how it was written, for the case that it is a key. */
class Scalar {
  readonly text: string;
  readonly value: unknown;

  constructor(text: string, value: unknown) {
    this.text = text;
    this.value = value;
  }
}

function unwrap(value: unknown): unknown {
  return value instanceof Scalar ? value.value : value;
}

function textOf(key: unknown): unknown {
  return key instanceof Scalar ? key.text : key;
}

function remembering<Result>(tag: ScalarTagDefinition<Result>): ScalarTagDefinition {
  return {
    ...tag,
    resolve: (text, isExplicit, name) => {
      const value = tag.resolve(text, isExplicit, name);
      return value === NOT_RESOLVED ? value : new Scalar(text, value);
    },
  };
}

const schema = CORE_SCHEMA.withTags(
  mergeTag,
  [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag].map((tag: ScalarTagDefinition) => remembering(tag)),
  {
    ...mapTag,
    addPair: (object, key, value) => mapTag.addPair(object, textOf(key), unwrap(value)),
    has: (object, key) => mapTag.has(object, textOf(key)),
  },
  { ...seqTag, addItem: (items, item, index) => seqTag.addItem(items, unwrap(item), index) },
);

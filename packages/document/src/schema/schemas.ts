import type { Document, Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { boundsOf, values } from "./bounds.js";
import { absenceMark, type Direction, markRule } from "./direction.js";
import { Evaluation } from "./evaluation.js";
import { declaringRule, membersOfParts } from "./members.js";
import { nullRule } from "./nulls.js";
import { type Choose, partsOf, type SchemaPart } from "./parts.js";
import { membersOf, type SchemaNode, SchemaSource, type SchemaUse } from "./source.js";
import { type JsonTypes, narrowTypes, typesRule } from "./types.js";
import type { SchemaView } from "./view.js";

const none: Choose = () => [];

/**
 * The one reading of the schemas of a document. Every question may be asked of several schemas that describe the same value: all of them hold.
 * Nothing is promised about schemas that changed after they were asked about.
 */
export class Schemas {
  private readonly source: SchemaSource;
  private readonly nulls: Evaluation<boolean>;
  private readonly types: Evaluation<JsonTypes>;
  private readonly declaring: Evaluation<boolean>;
  private readonly views = new WeakMap<JsonObject, { readonly pointer: string; readonly view: SchemaView }>();
  private readonly marks: Readonly<Record<"readOnly" | "writeOnly", Evaluation<boolean>>>;

  /** @param json - what references lead into */
  constructor(json: JsonObject, dialect: Document["dialect"]) {
    this.source = new SchemaSource(json, dialect);
    this.nulls = new Evaluation(this.source, nullRule(this.source));
    this.types = new Evaluation(this.source, typesRule(this.source));
    this.declaring = new Evaluation(this.source, declaringRule(this.source));
    this.marks = {
      readOnly: new Evaluation(this.source, markRule(this.source, "readOnly")),
      writeOnly: new Evaluation(this.source, markRule(this.source, "writeOnly")),
    };
  }

  /** The keywords of a schema itself in the words of JSON Schema 2020-12. */
  keywords(schema: Json | undefined): JsonObject {
    return this.source.keywords(schema);
  }

  /** What the `$ref` of a schema leads to; undefined where it has none. */
  target(schema: Json): SchemaNode | undefined {
    return this.source.target(this.source.keywords(schema));
  }

  allowsNull(use: SchemaUse): boolean {
    return use.every(({ value }) => this.nulls.of(value));
  }

  /** The types of the values that schemas are about; undefined where nothing says. */
  typesOf(use: SchemaUse): JsonTypes {
    let types: JsonTypes;
    for (const { value } of use) types = narrowTypes(types, this.types.of(value));
    return this.allowsNull(use) ? types : types?.filter((type) => type !== "null");
  }

  /** Whether a schema, or one of what it is put together from or is an alternative of it, declares properties. */
  declaresProperties(use: SchemaUse): boolean {
    return use.some(({ value }) => this.declaring.of(value));
  }

  /** Whether values are not sent in a direction. */
  isAbsent(use: SchemaUse, direction: Direction): boolean {
    return this.isMarked(use, absenceMark[direction]);
  }

  parts(use: SchemaUse, choose: Choose = none): readonly SchemaPart[] {
    return partsOf(this.source, use, choose);
  }

  /** @param choose - takes alternatives of `oneOf` and `anyOf` for further parts */
  view(use: SchemaUse, choose: Choose = none): SchemaView {
    const [node, ...others] = use;
    if (choose !== none || others.length > 0 || !isObject(node?.value)) return this.build(use, choose);
    const known = this.views.get(node.value);
    if (known?.pointer === node.pointer) return known.view;
    const view = this.build(use, choose);
    this.views.set(node.value, { pointer: node.pointer, view });
    return view;
  }

  private build(use: SchemaUse, choose: Choose): SchemaView {
    const chosen: SchemaNode[] = [];
    const parts = this.parts(use, (alternatives) => {
      const some = choose(alternatives);
      const [one, ...more] = some;
      if (one !== undefined && more.length === 0) chosen.push(one);
      return some;
    });
    return {
      ...boundsOf(parts),
      ...membersOfParts(parts),
      parts,
      types: this.typesOf([...use, ...chosen]),
      statesType: parts.some(({ keywords }) => keywords.type !== undefined),
      allowsNull: this.allowsNull(use),
      readOnly: this.isMarked(use, "readOnly"),
      writeOnly: this.isMarked(use, "writeOnly"),
      alternatives: alternativesOf(parts),
      stated: statedValues(parts),
    };
  }

  private isMarked(use: SchemaUse, mark: "readOnly" | "writeOnly"): boolean {
    return use.some(({ value }) => {
      const keywords = this.keywords(value);
      return isComposed(keywords) ? this.marks[mark].of(value) : keywords[mark] === true;
    });
  }
}

/** Whether other schemas have a say in what a schema describes. */
function isComposed({ $ref, allOf, oneOf, anyOf }: JsonObject): boolean {
  return $ref !== undefined || allOf !== undefined || oneOf !== undefined || anyOf !== undefined;
}

function alternativesOf(parts: readonly SchemaPart[]): readonly SchemaUse[] {
  const all = parts.flatMap(({ keywords, pointer }) =>
    ["oneOf", "anyOf"].map((keyword) => membersOf(keywords, keyword, pointer)),
  );
  return all.filter((members) => members.length > 0);
}

function statedValues(parts: readonly SchemaPart[]): readonly Json[] {
  const examples = values(parts, "examples").flatMap((list) => (Array.isArray(list) ? list.slice(0, 1) : []));
  return [...examples, ...values(parts, "example"), ...values(parts, "default")];
}

const known = new WeakMap<JsonObject, Schemas>();

/** The schemas of a whole document: the same reading each time. */
export function schemasOf(json: JsonObject): Schemas {
  const found = known.get(json) ?? new Schemas(json, dialectOf(json));
  known.set(json, found);
  return found;
}

/** YAML reads `3.0` as the number 3. */
function dialectOf({ openapi }: JsonObject): Document["dialect"] {
  return openapi === 3 || (typeof openapi === "string" && /^3\.0(?=\.|$)/.test(openapi)) ? "3.0" : "3.1";
}

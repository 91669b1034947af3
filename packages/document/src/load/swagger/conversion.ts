import type { Json, JsonObject } from "../document.js";
import type { Report } from "../findings.js";
import { Origins } from "../rewritten/origins.js";
import type { Source } from "../source.js";
import { Discriminators } from "./discriminators.js";
import { Draft, draftList } from "./draft.js";
import { ConversionFindings } from "./findings.js";
import { Moves } from "./moves.js";
import { isObjectNode, memberOf, type Node, textOf } from "./node.js";
import { type OpenedFiles, targetOf } from "./opened-files.js";
import { References } from "./references.js";
import { SchemaWriter } from "./schema-writer.js";
import { type FinishedFiles, Schemas } from "./schemas.js";

/** References that lead to references. Documents that people write have one or two. */
const mostHops = 20;

/** What the conversion of one document shares. */
export class Conversion {
  readonly root: Source;
  readonly origins: Origins = new Origins();
  readonly moves: Moves = new Moves();
  readonly findings: ConversionFindings;
  readonly references: References;
  private readonly opened: OpenedFiles;
  private readonly schemas: Schemas;

  constructor(root: Source, opened: OpenedFiles, report: Report) {
    this.root = root;
    this.opened = opened;
    this.findings = new ConversionFindings(report);
    this.references = new References(root, opened, this.moves, this.findings);
    const writer = new SchemaWriter(this.origins, this.findings, new Discriminators(root, opened));
    this.schemas = new Schemas(this.origins, this.references, this.moves, writer);
  }

  draft(): Draft {
    return new Draft(this.origins);
  }

  list(items: readonly Node[]): readonly Json[] {
    return draftList(this.origins, items);
  }

  /** A schema as OpenAPI 3.0 has it, for a place in the root document. */
  schema(node: Node): Json {
    return this.schemas.convert(node, this.root);
  }

  /** The schema that a parameter has though it is no body; undefined where it has none. */
  statedSchema(parameter: Node): Json | undefined {
    const schema = memberOf(parameter, "schema");
    if (schema === undefined) return undefined;
    const message = 'Only a body has a "schema" in Swagger 2.0; it is read as OpenAPI 3.0 has it';
    const fix = "Write the type, and what else it says, into the parameter itself.";
    this.findings.reportOnce("swagger-mixed", schema.at, message, fix);
    return this.schema(schema);
  }

  /** A reference that stays one, to something else than a schema. */
  reference({ at }: Node, ref: string): Json {
    const holder: { [key: string]: Json } = { $ref: ref };
    this.references.add({ holder, key: "$ref", ref, at, home: this.root });
    return holder;
  }

  /**
   * Converts the schemas that references lead to and that are not converted otherwise, and says what was found.
   *
   * @param converted - what the root document became
   */
  finish(converted: JsonObject): FinishedFiles {
    this.references.settle();
    const finished = this.schemas.finish(this.root, converted);
    this.findings.finish();
    return finished;
  }

  /** What a node stands for, where it is a reference. Undefined where that leads nowhere, and where it is no object. */
  follow(node: Node): Node | undefined {
    let found: Node | undefined = node;
    for (let hops = 0; isObjectNode(found); hops++) {
      const ref = textOf(found, "$ref");
      if (ref === undefined) return found;
      if (hops === mostHops) return undefined;
      found = targetOf(this.opened, ref, found.at.source);
    }
    return found;
  }
}

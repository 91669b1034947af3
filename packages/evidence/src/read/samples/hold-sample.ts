import type { FactIndex } from "../../facts/fact-index.js";
import { parseType } from "../../facts/parse-type.js";
import { printType, type TypeExpression } from "../../facts/type-expression.js";
import type { JsonMember, JsonNode } from "../../json/json-node.js";
import { isOfBuiltin, isPlaceholder, kindOf } from "./json-kind.js";
import type { PropertyNames } from "./property-names.js";

/** A name on the wire that a sample shows, of a documented property. */
export interface ShownName {
  readonly model: string;
  readonly property: string;
  readonly name: string;
  readonly line: number;
}

/** What a sample and the pages of its models do not agree in. */
export interface SampleFault {
  readonly line: number;
  readonly message: string;
}

/** Holds one sample against its type. Lines are those of the sample. */
export class SampleHolder {
  readonly names: ShownName[] = [];
  readonly faults: SampleFault[] = [];
  readonly #facts: FactIndex;
  readonly #names: PropertyNames;
  /** Those on the way to the value that is being held. */
  readonly #aliases = new Set<string>();

  constructor(facts: FactIndex, names: PropertyNames) {
    this.#facts = facts;
    this.#names = names;
  }

  /** @param what What has the value, in the words of a problem. */
  hold(node: JsonNode, type: TypeExpression, what: string): void {
    if (showsNothing(node)) return;
    if (type.kind === "nullable") this.hold(node, type.of, what);
    else if (type.kind === "model") this.#model(node, type.name, what);
    else if (type.kind === "array" && node.kind === "list")
      for (const item of node.items) this.hold(item, type.items, `an item of ${what}`);
    else if (type.kind === "map" && node.kind === "object")
      for (const member of node.members) this.hold(member.node, type.values, `"${member.name}" in ${what}`);
    else if (type.kind === "union") this.#union(node, type.members, what);
    else if (!isOf(node, type)) this.#differ(node, printType(type), what);
  }

  /** One of several types: only where they are the values of an enumeration does anything follow. */
  #union(node: JsonNode, members: readonly TypeExpression[], what: string): void {
    const isEnum = members.every(({ kind }) => kind === "literal");
    if (isEnum && !members.some((member) => isOf(node, member)))
      this.#differ(node, members.map(printType).join(" | "), what);
  }

  #model(node: JsonNode, model: string, what: string): void {
    const kind = this.#facts.value("model", model);
    const type = this.#facts.value("model", model, "type");
    if (kind === "enum") this.#values(node, this.#facts.value("model", model, "enum"), what);
    else if (kind === "alias" && typeof type === "string") this.#alias(node, model, parseType(type), what);
    else if (kind === "object" && node.kind !== "object") this.#differ(node, `@${model}`, what);
    else if (kind === "object" && node.kind === "object")
      for (const member of node.members) this.#member(member, model);
  }

  /** A model that is another name of a type: of itself, where a page is wrong. */
  #alias(node: JsonNode, model: string, type: TypeExpression, what: string): void {
    if (this.#aliases.has(model)) return;
    this.#aliases.add(model);
    this.hold(node, type, what);
    this.#aliases.delete(model);
  }

  #member({ name, line, node }: JsonMember, model: string): void {
    const property = this.#names.find(model, name);
    if (property === undefined) {
      if (!this.#isOpen(model))
        this.faults.push({
          line,
          message: `the sample gives ${model} a property "${name}", and its page has none of that name`,
        });
      return;
    }
    this.names.push({ model, property, name, line });
    if (showsNothing(node)) return;
    const of = ["model", model, "property", property] as const;
    const what = `"${name}" of ${model}`;
    const values = this.#facts.value(...of, "enum");
    const type = this.#facts.value(...of, "type");
    if (typeof type === "string") this.hold(node, parseType(type), what);
    if (values !== undefined && node.kind === "scalar") this.#values(node, values, what);
  }

  /** A model whose page does not show all that it may have. */
  #isOpen(model: string): boolean {
    const below = this.#facts.namesBelow("model", model);
    return !below.includes("property") || below.includes("additional") || below.includes("all-of");
  }

  #values(node: JsonNode, values: unknown, what: string): void {
    if (!Array.isArray(values) || (node.kind === "scalar" && values.includes(node.value))) return;
    this.#differ(node, values.map((value) => JSON.stringify(value)).join(" | "), what);
  }

  #differ(node: JsonNode, type: string, what: string): void {
    const kind = kindOf(node);
    const article = /^[aio]/.test(kind) ? "an" : "a";
    const message = `the sample gives ${what} ${article} ${kind}, and the pages say ${type}`;
    this.faults.push({ line: node.line, message });
  }
}

/** A sample has null where it has nothing to show as well. */
function showsNothing(node: JsonNode): boolean {
  return node.kind === "scalar" && (node.value === null || isPlaceholder(node.value));
}

function isOf(node: JsonNode, type: TypeExpression): boolean {
  if (type.kind === "literal") return node.kind === "scalar" && node.value === type.value;
  return type.kind === "builtin" && isOfBuiltin(node, type.name);
}

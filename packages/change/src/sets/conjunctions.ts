import type { JsonObject } from "@facsimile/document";
import {
  isNothing,
  membersOf,
  type SchemaNode,
  type SchemaPart,
  type Schemas,
  type SchemaUse,
} from "@facsimile/document";
import type { Condition, Part } from "./branch.js";
import { complementOf } from "./complement.js";
import { at, conditionsOf } from "./conditions.js";
import { type Choice, isDiscriminated, valuesLeadingTo } from "./discriminator.js";
import type { Effort } from "./effort.js";
import { withMadeOf, withoutNullable } from "./made-of.js";
import { areToldApart } from "./told-apart.js";

/** Schemas that all hold, of any type: a branch before its values are told apart by type. */
export interface Conjunction {
  readonly parts: readonly Part[];
  readonly excluded: readonly SchemaNode[];
  readonly conditions: readonly Condition[];
  readonly chosen: readonly Choice[];
}

/** Where schemas are read. */
export interface Source {
  readonly schemas: Schemas;
  readonly effort: Effort;
  readonly otherEdition: JsonObject | undefined;
}

/** Of more ways through its alternatives than this, a schema has too many to hold each against each. */
const mostWays = 256;

/** Of alternatives that are told apart at first sight, none has to be held against the others. */
const mostApart = 1000;

const empty: Conjunction = { parts: [], excluded: [], conditions: [], chosen: [] };
const branching = ["nullable", "not", "anyOf", "oneOf"] as const;
const onlyNull: SchemaNode = { value: { type: "null" }, pointer: "" };

/** Every way to fulfil schemas that all describe one value, and what is demanded of it already. */
export function conjunctionsOf(source: Source, use: SchemaUse, before: Conjunction = empty): readonly Conjunction[] {
  const { schemas } = source;
  const read = new Reading(source);
  return read
    .all(use, before)
    .filter(({ excluded }) => !excluded.some(({ value }) => isAnything(schemas, value)))
    .map((conjunction) => ({ ...conjunction, parts: withMadeOf(schemas, conjunction.parts) }));
}

function isAnything(schemas: Schemas, value: SchemaNode["value"]): boolean {
  return value === true || Object.keys(schemas.keywords(value)).length === 0;
}

class Reading {
  private readonly schemas: Schemas;
  private readonly effort: Effort;
  private readonly otherEdition: JsonObject | undefined;
  private ways = 1;

  constructor({ schemas, effort, otherEdition }: Source) {
    this.schemas = schemas;
    this.effort = effort;
    this.otherEdition = otherEdition;
  }

  /** The ways to fulfil what is there already and some more schemas. */
  all(pending: SchemaUse, start: Conjunction): readonly Conjunction[] {
    const { rest, before } = this.plain(pending, start);
    const [node, ...others] = rest;
    if (node === undefined) return [before];
    const keywords = this.schemas.keywords(node.value);
    if (before.parts.some((part) => part.keywords === keywords)) return this.all(others, before);
    if (keywords.nullable === true) return this.orNull(node, keywords, others, before);
    if (isNothing(keywords)) return [];
    return this.withPart({ pointer: node.pointer, keywords }, others, before, node);
  }

  /** Takes what has one way to be fulfilled, one after the other: a schema may have thousands of members. */
  private plain(pending: SchemaUse, before: Conjunction): { readonly rest: SchemaUse; readonly before: Conjunction } {
    const todo = [...pending].reverse();
    const seen = new Set(before.parts.map(({ keywords }) => keywords));
    const parts: SchemaPart[] = [];
    for (let node = todo.at(-1); node !== undefined; node = todo.at(-1)) {
      const keywords = this.schemas.keywords(node.value);
      const isNew = !seen.has(keywords);
      if (isNew && (isNothing(keywords) || branching.some((keyword) => keywords[keyword] !== undefined))) break;
      todo.pop();
      if (!isNew) continue;
      seen.add(keywords);
      parts.push({ pointer: node.pointer, keywords });
      for (const more of this.madeOf(node, keywords).reverse()) todo.push(more);
    }
    const conditions = parts.flatMap(conditionsOf);
    return {
      rest: todo.reverse(),
      before: { ...before, parts: [...before.parts, ...parts], conditions: [...before.conditions, ...conditions] },
    };
  }

  /** What holds as well where a schema holds. */
  private madeOf({ value, pointer }: SchemaNode, keywords: JsonObject): SchemaNode[] {
    const target = this.schemas.target(value);
    return [...(target === undefined ? [] : [target]), ...membersOf(keywords, "allOf", pointer)];
  }

  /** `nullable` that is left over stands beside a composition, and adds null to whatever that says. */
  private orNull(
    node: SchemaNode,
    keywords: JsonObject,
    others: SchemaUse,
    before: Conjunction,
  ): readonly Conjunction[] {
    const part = { pointer: node.pointer, keywords: withoutNullable(keywords) };
    return [...this.withPart(part, others, before, node), ...this.all([onlyNull, ...others], before)];
  }

  private withPart(part: SchemaPart, others: SchemaUse, before: Conjunction, node: SchemaNode): readonly Conjunction[] {
    const next = [...this.madeOf(node, part.keywords), ...others];
    const has: Conjunction = {
      ...before,
      parts: [...before.parts, part],
      conditions: [...before.conditions, ...conditionsOf(part)],
    };
    return this.exclude(part, next, has);
  }

  /** What must not hold is the opposite of something where that can be said. */
  private exclude(part: SchemaPart, next: SchemaUse, before: Conjunction): readonly Conjunction[] {
    const { not } = part.keywords;
    if (not === undefined) return this.choose(part, ["anyOf", "oneOf"], next, before);
    const node = at(part, not, "not");
    const opposites = complementOf(this.schemas, node);
    if (opposites === undefined) {
      return this.choose(part, ["anyOf", "oneOf"], next, { ...before, excluded: [...before.excluded, node] });
    }
    return opposites.flatMap((opposite) => this.choose(part, ["anyOf", "oneOf"], [opposite, ...next], before));
  }

  private choose(
    part: SchemaPart,
    keywords: readonly ("anyOf" | "oneOf")[],
    next: SchemaUse,
    before: Conjunction,
  ): readonly Conjunction[] {
    const [keyword, ...others] = keywords;
    if (keyword === undefined) return this.all(next, before);
    const members = membersOf(part.keywords, keyword, part.pointer);
    if (members.length === 0) return this.choose(part, others, next, before);
    const isChosen = isDiscriminated(part, this.otherEdition);
    const areApart =
      members.length > mostWays && members.length <= mostApart && (isChosen || areToldApart(this.schemas, members));
    this.ways *= areApart ? 1 : members.length;
    const isTooMuch = !this.effort.spend(members.length * (1 + before.parts.length));
    if (isTooMuch || this.ways > mostWays)
      return this.choose(part, others, next, withoutChoice(before, keyword, members, part));
    return members.flatMap((member) => {
      const isAlone = keyword === "oneOf" && !isChosen && !areApart;
      const excluded = isAlone ? members.filter((other) => other !== member) : [];
      const choice = isChosen ? { ...member, leading: valuesLeadingTo(part.keywords, member) } : member;
      const chosen = { ...before, chosen: [...before.chosen, choice], excluded: [...before.excluded, ...excluded] };
      return this.choose(part, others, [member, ...next], chosen);
    });
  }
}

function withoutChoice(
  before: Conjunction,
  kind: "anyOf" | "oneOf",
  members: SchemaUse,
  { pointer }: SchemaPart,
): Conjunction {
  const condition = { kind, pointer, schemas: members.map((member) => [member]) };
  return { ...before, conditions: [...before.conditions, condition] };
}

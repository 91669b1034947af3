import {
  type Direction,
  type Json,
  type JsonObject,
  namedTypes,
  type SchemaPart,
  type Schemas,
  type SchemaUse,
} from "@facsimile/document";
import { branchAccepts } from "./accepts.js";
import type { Branch, Shape, ShapeReader } from "./branch.js";
import { type Conjunction, conjunctionsOf } from "./conjunctions.js";
import { Effort } from "./effort.js";
import { isImpossible } from "./impossible.js";
import { isListed } from "./listed.js";
import { referred } from "./referred.js";
import type { Spelling } from "./spelling.js";
import { withTexts } from "./texts.js";
import { type ValueType, valueTypeOf, valueTypes } from "./value-type.js";

/** What the schemas of one edition allow in messages of one direction. */
export class Shapes implements ShapeReader {
  readonly schemas: Schemas;
  readonly direction: Direction;
  readonly spelling: Spelling;
  /** What it is compared with: what is said there of discriminators holds here too. */
  readonly otherEdition: JsonObject | undefined;
  readonly effort: Effort = new Effort();
  /** What schemas allow that all describe the same value. The same shape each time for one schema. */
  readonly of: (use: SchemaUse) => Shape;
  /** The same with listed values that are still to be held against the rest: what holds them may ask for the very same schema. */
  readonly unsettled: ShapeReader;

  constructor(schemas: Schemas, direction: Direction, spelling: Spelling = "json", otherEdition?: JsonObject) {
    this.schemas = schemas;
    this.otherEdition = otherEdition;
    this.direction = direction;
    this.spelling = spelling;
    const unsettled = byNode((use) => unsettledShapeOf(this, use));
    const settled = (use: SchemaUse): Shape => settledShapeOf(this, unsettled(use));
    this.of = byNode(spelling === "json" ? settled : (use) => withTexts(settled(use)));
    this.unsettled = {
      spelling,
      effort: this.effort,
      of: unsettled,
      cases: (branch) => [branch],
      isAbsent: (use) => this.isAbsent(use),
      referred: (use) => this.referred(use),
    };
  }

  cases(branch: Branch): readonly Branch[] {
    return this.casesWithin(branch, mostConditions);
  }

  /** @param left - How many conditions may be taken apart, one below the other or beside it: each doubles the cases. */
  private casesWithin(branch: Branch, left: number): readonly Branch[] {
    const [condition, ...others] = branch.conditions.filter(({ kind }) => kind === "if");
    if (condition === undefined || others.length >= left || !this.effort.spend(costOfCases + branch.parts.length ** 2))
      return [branch];
    const [when = [], met = [], unmet = []] = condition.schemas;
    const rest = branch.conditions.filter((each) => each !== condition);
    const before = { ...branch, conditions: rest };
    const opposite = when.map(({ value, pointer }) => ({ value: { not: value }, pointer: `${pointer}/not` }));
    const ways = [
      ...conjunctionsOf(this, [...when, ...met], before),
      ...conjunctionsOf(this, [...opposite, ...unmet], before),
    ];
    const branches = ways.flatMap((way) => branchOf(way, branch.type)).flatMap((each) => settle(this, each));
    return branches.flatMap((each) => this.casesWithin(each, left - 1));
  }

  /** The schemas that describe a value in any case. */
  parts(use: SchemaUse): readonly SchemaPart[] {
    return this.schemas.parts(use);
  }

  referred(use: SchemaUse): SchemaUse {
    return referred(this.schemas, use);
  }

  isAbsent(use: SchemaUse): boolean {
    return this.schemas.isAbsent(use, this.direction);
  }
}

/** More conditions than these have too many cases. */
const mostConditions = 6;

/** What it costs to take a condition apart, in steps of looking at a branch. */
const costOfCases = 2000;

/** The same shape each time for one schema. */
function byNode(read: (use: SchemaUse) => Shape): (use: SchemaUse) => Shape {
  const known = new Map<Json, Map<string, Shape>>();
  return (use) => {
    const [node, ...others] = use;
    if (node === undefined || others.length > 0 || typeof node.value !== "object") return read(use);
    const shapes = known.get(node.value) ?? new Map<string, Shape>();
    known.set(node.value, shapes);
    const shape = shapes.get(node.pointer) ?? read(use);
    shapes.set(node.pointer, shape);
    return shape;
  };
}

function unsettledShapeOf(shapes: Shapes, use: SchemaUse): Shape {
  const conjunctions = conjunctionsOf(shapes, use);
  return shapeOf((type) => conjunctions.flatMap((conjunction) => branchOf(conjunction, type)));
}

function settledShapeOf(shapes: Shapes, unsettled: Shape): Shape {
  return shapeOf((type) => joinLists((unsettled.get(type) ?? []).flatMap((branch) => settle(shapes, branch))));
}

function shapeOf(branchesOf: (type: ValueType) => readonly Branch[]): Shape {
  const branches = valueTypes.map((type) => [type, branchesOf(type)] as const);
  return new Map(branches.filter(([, each]) => each.length > 0));
}

function branchOf({ parts, excluded, conditions, chosen }: Conjunction, type: ValueType): readonly Branch[] {
  if (!parts.every(({ keywords }) => isNamed(namedTypes(keywords), type))) return [];
  const values = valuesOf(parts, type);
  if (values?.length === 0) return [];
  return [{ type, parts, excluded, conditions, chosen, ...(values !== undefined && { values }) }];
}

function isNamed(names: ReturnType<typeof namedTypes>, type: ValueType): boolean {
  return names === undefined || names.includes(type) || (type === "number" && names.includes("integer"));
}

const allOfType: Partial<Record<ValueType, readonly Json[]>> = { null: [null], boolean: [true, false] };

/** The values that every list of the parts has. */
function valuesOf(parts: readonly SchemaPart[], type: ValueType): readonly Json[] | undefined {
  const lists = parts.flatMap(({ keywords }) => listsIn(keywords));
  const [first, ...others] = lists;
  if (first === undefined) return allOfType[type];
  const own = first.filter((value) => valueTypeOf(value) === type);
  return own.filter((value) => others.every((list) => isListed(list, value)));
}

function listsIn({ const: only, enum: listed }: JsonObject): readonly (readonly Json[])[] {
  return [...(only === undefined ? [] : [[only]]), ...(Array.isArray(listed) ? [listed as readonly Json[]] : [])];
}

/** Keeps of listed values those that the branch allows. What else it says is then said by the list, where nothing is in doubt. */
function settle(shapes: Shapes, branch: Branch): readonly Branch[] {
  if (branch.values === undefined) return isImpossible(shapes.unsettled, branch) ? [] : [branch];
  const memberships = branch.values.map((value) => branchAccepts(shapes.unsettled, branch, value));
  const values = branch.values.filter((_, index) => memberships[index] !== false);
  if (values.length === 0) return [];
  return memberships.includes(undefined)
    ? [{ ...branch, values }]
    : [{ ...branch, values, isList: true, excluded: [], conditions: [] }];
}

/** Branches that are nothing but lists of values are one list. */
function joinLists(branches: readonly Branch[]): readonly Branch[] {
  const lists = branches.filter(isList);
  const [first, ...others] = lists;
  if (first === undefined || others.length === 0) return branches;
  const joined: Branch = {
    ...first,
    parts: lists.flatMap(({ parts }) => parts),
    values: distinct(lists.flatMap(({ values }) => values)),
    chosen: [],
  };
  return [joined, ...branches.filter((branch) => !isList(branch))];
}

function isList(branch: Branch): branch is Branch & { readonly values: readonly Json[] } {
  return branch.isList === true;
}

function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return seen.has(text) ? false : seen.add(text);
  });
}

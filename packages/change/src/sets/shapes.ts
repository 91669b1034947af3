import {
  type Bounds,
  type Direction,
  type Json,
  namedTypes,
  type SchemaPart,
  type Schemas,
  type SchemaUse,
} from "@facsimile/document";
import { branchAccepts } from "./accepts.js";
import { boundsOf } from "./bounds.js";
import type { Branch, Shape, ShapeReader } from "./branch.js";
import { type Conjunction, conjunctionsOf } from "./conjunctions.js";
import { isEmptyRange, numberRangeOf } from "./numbers.js";
import { referred } from "./referred.js";
import { sameValue } from "./same-value.js";
import { type ValueType, valueTypeOf, valueTypes } from "./value-type.js";

/** What the schemas of one edition allow in messages of one direction. */
export class Shapes implements ShapeReader {
  readonly schemas: Schemas;
  readonly direction: Direction;
  private readonly known = new Map<Json, Map<string, Shape>>();

  constructor(schemas: Schemas, direction: Direction) {
    this.schemas = schemas;
    this.direction = direction;
  }

  /** What schemas allow that all describe the same value. The same shape each time for one schema. */
  of(use: SchemaUse): Shape {
    const [node, ...others] = use;
    if (node === undefined || others.length > 0 || typeof node.value !== "object") return shapeOf(this, use);
    const shapes = this.known.get(node.value) ?? new Map<string, Shape>();
    this.known.set(node.value, shapes);
    const shape = shapes.get(node.pointer) ?? shapeOf(this, use);
    shapes.set(node.pointer, shape);
    return shape;
  }

  cases(branch: Branch): readonly Branch[] {
    const [condition, ...others] = branch.conditions.filter(({ kind }) => kind === "if");
    if (condition === undefined) return [branch];
    const [when = [], met = [], unmet = []] = condition.schemas;
    const rest = branch.conditions.filter((each) => each !== condition);
    const before = { ...branch, conditions: rest };
    const excluded = [...before.excluded, ...when];
    const ways = [
      ...conjunctionsOf(this.schemas, [...when, ...met], before),
      ...conjunctionsOf(this.schemas, unmet, { ...before, excluded }),
    ];
    const branches = ways.flatMap((way) => branchOf(way, branch.type)).flatMap((each) => settle(this, each));
    return others.length > mostConditions ? [branch] : branches.flatMap((each) => this.cases(each));
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

/** More conditions than this beside each other have too many cases. */
const mostConditions = 5;

function shapeOf(shapes: Shapes, use: SchemaUse): Shape {
  const conjunctions = conjunctionsOf(shapes.schemas, use);
  const shape = new Map<ValueType, readonly Branch[]>();
  for (const type of valueTypes) {
    const branches = joinLists(
      conjunctions.flatMap((conjunction) => branchOf(conjunction, type)).flatMap((branch) => settle(shapes, branch)),
    );
    if (branches.length > 0) shape.set(type, branches);
  }
  return shape;
}

function branchOf({ parts, excluded, conditions, chosen }: Conjunction, type: ValueType): readonly Branch[] {
  if (!parts.every(({ keywords }) => isNamed(namedTypes(keywords), type))) return [];
  const values = valuesOf(boundsOf(parts), type);
  if (values?.length === 0) return [];
  return [{ type, parts, excluded, conditions, chosen, ...(values !== undefined && { values }) }];
}

function isNamed(names: ReturnType<typeof namedTypes>, type: ValueType): boolean {
  return names === undefined || names.includes(type) || (type === "number" && names.includes("integer"));
}

const allOfType: Partial<Record<ValueType, readonly Json[]>> = { null: [null], boolean: [true, false] };

function valuesOf({ const: only, enum: listed }: Bounds, type: ValueType): readonly Json[] | undefined {
  const all = allOfType[type];
  const values =
    only === undefined ? listed : listed === undefined ? [only] : listed.filter((value) => sameValue(value, only));
  return values?.filter((value) => valueTypeOf(value) === type) ?? all;
}

/** Keeps of listed values those that the branch allows. What else it says is then said by the list, where nothing is in doubt. */
function settle(shapes: Shapes, branch: Branch): readonly Branch[] {
  if (branch.values === undefined) return isImpossible(branch) ? [] : [branch];
  const memberships = branch.values.map((value) => branchAccepts(shapes, branch, value));
  const values = branch.values.filter((_, index) => memberships[index] !== false);
  if (values.length === 0) return [];
  return memberships.includes(undefined)
    ? [{ ...branch, values }]
    : [{ ...branch, values, excluded: [], conditions: [] }];
}

function isImpossible(branch: Branch): boolean {
  return branch.type === "number" && isEmptyRange(numberRangeOf(branch));
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
  return branch.values !== undefined && branch.excluded.length === 0 && branch.conditions.length === 0;
}

export function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Set<string>();
  return values.filter((value) => {
    const text = JSON.stringify(value);
    return seen.has(text) ? false : seen.add(text);
  });
}

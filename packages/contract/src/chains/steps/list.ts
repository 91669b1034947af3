import type { JsonObject, Operation, Parameter } from "@facsimile/document";
import {
  asId,
  bareName,
  type Filter,
  type Id,
  itemsOf,
  jsonOf,
  type ListPlace,
  limitOf,
  pagingOf,
} from "@facsimile/mock/things";
import { flatten, partAt, showPath, useOf } from "@facsimile/samples";
import type { Argument } from "../../wire/case-request.js";
import { type Called, type ChainRun, call, type Made } from "../chain-run.js";
import { isSame } from "../same.js";
import { notCalled, outcomeOf, type StepOutcome } from "./outcome.js";

/** The items of a list, page by page. */
export interface Listed {
  readonly calls: readonly Called[];
  readonly items: readonly JsonObject[];
  /** Whether there are no more, as far as can be told. */
  readonly isWhole: boolean;
}

/** More pages than that are not read. */
const mostPages = 20;

/** Lists that are written behind the scenes get that long to follow. */
const patienceMs = 300;

export interface ListStep {
  readonly operation: Operation;
  readonly place: ListPlace;
}

/** Reads a list with pages as large as may be. */
async function readList(run: ChainRun, { operation, place }: ListStep): Promise<Listed | undefined> {
  const paging = pagingOf(run.document, operation);
  const limit = limitOf(run.document, operation);
  const most = limit === undefined ? undefined : largest(run, limit);
  const calls: Called[] = [];
  const items: JsonObject[] = [];
  let next: Argument | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const size = limit === undefined || most === undefined ? [] : [{ parameter: limit, value: most }];
    const called = await call(run, operation, { arguments: [...size, ...(next === undefined ? [] : [next])] });
    if (called === undefined) return undefined;
    calls.push(called);
    if (!called.isSuccess || called.answer === undefined) return { calls, items, isWhole: false };
    const some = itemsOf(called.answer, place);
    const isNew = some.some((item) => !items.some((other) => JSON.stringify(other) === JSON.stringify(item)));
    items.push(...(isNew ? some : []));
    const value = paging === undefined || !isNew ? undefined : nextOf(called, place, paging.style, page, items.length);
    if (paging === undefined || value === undefined) return { calls, items, isWhole: true };
    next = { parameter: paging.parameter, value };
  }
  return { calls, items, isWhole: false };
}

function largest(run: ChainRun, { schema }: Parameter): number | undefined {
  const view = flatten(run.document, useOf(schema));
  const most = Math.min(view.maximum ?? 100, 100);
  return run.validator.check(schema.pointer, "request", most).length === 0 ? most : undefined;
}

/** What the next page is asked for with; undefined where the answer shows that there is none. */
function nextOf(
  { answer }: Called,
  place: ListPlace,
  style: "page" | "offset" | "cursor",
  page: number,
  count: number,
): unknown {
  if (style === "page") return page + 2;
  if (style === "offset") return count;
  const body = answer === undefined ? undefined : jsonOf(answer);
  const around = [body, partAt(body, place.path.slice(0, -1)), ...objectsIn(body)];
  for (const object of around) {
    const found = Object.entries(typeof object === "object" && object !== null ? object : {}).find(
      ([name, value]) =>
        /^(?:next|nextcursor|nextpagetoken|nexttoken|endcursor|cursor|after)$/.test(bareName(name)) &&
        typeof value === "string",
    );
    if (found !== undefined && found[1] !== "") return found[1];
  }
  return undefined;
}

function objectsIn(value: unknown): readonly unknown[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.values(value) : [];
}

/** The list has what was created. */
export async function listHas(
  run: ChainRun,
  step: ListStep,
  made: readonly Made[],
): Promise<StepOutcome & { readonly items: readonly JsonObject[] }> {
  let listed = await readList(run, step);
  const { identifier } = step.place;
  const lost = (): readonly Made[] =>
    identifier === undefined ? [] : made.filter(({ id }) => find(listed?.items ?? [], identifier, id) === undefined);
  if (listed?.isWhole === true && lost().length > 0) {
    await new Promise((resolve) => setTimeout(resolve, patienceMs));
    listed = await readList(run, step);
  }
  if (listed === undefined) return { ...notCalled, items: [] };
  const { calls, items, isWhole } = listed;
  // A list may have less of a thing, or shorter texts, so that values are not compared.
  const state = isWhole && lost().length > 0 ? ["the list lacks what was created"] : [];
  const untried = isWhole ? [] : ["the list was not read to its end"];
  return { ...outcomeOf(calls, state), untried, items };
}

/** Whether a list, read to its end, has a thing. Undefined where that cannot be told. */
export async function isListed(run: ChainRun, step: ListStep, id: Id): Promise<boolean | undefined> {
  const { identifier } = step.place;
  const listed = identifier === undefined ? undefined : await readList(run, step);
  if (listed === undefined || identifier === undefined) return undefined;
  return find(listed.items, identifier, id) !== undefined || (listed.isWhole ? false : undefined);
}

function find(items: readonly JsonObject[], identifier: string, id: Id): JsonObject | undefined {
  return items.find((item) => isSame(item[identifier], id));
}

/** The identifier of the first item of a list. */
export function firstId(items: readonly JsonObject[], { identifier }: ListPlace): Id | undefined {
  return identifier === undefined
    ? undefined
    : items.map((item) => asId(item[identifier])).find((id) => id !== undefined);
}

/** As many items as are asked for, where there are more. */
export async function listIsBounded(
  run: ChainRun,
  { operation, place }: ListStep,
  items: readonly JsonObject[],
): Promise<StepOutcome> {
  const parameter = limitOf(run.document, operation);
  if (parameter === undefined) return { findings: [] };
  const least = Math.max(1, flatten(run.document, useOf(parameter.schema)).minimum ?? 1);
  if (items.length <= least)
    return {
      findings: [],
      untried: [`the list has ${items.length} items, too few to see whether "${parameter.name}" bounds it`],
    };
  const called = await call(run, operation, { arguments: [{ parameter, value: least }] });
  if (called?.answer === undefined || !called.isSuccess) return called === undefined ? notCalled : outcomeOf([called]);
  const count = itemsOf(called.answer, place).length;
  return outcomeOf(
    [called],
    count <= least ? [] : [`${parameter.name}=${least} got ${count} items of ${showPath(place.path) || "the list"}`],
  );
}

/** Only the items that have the value, and one of them at least. */
export async function listIsNarrowed(
  run: ChainRun,
  { operation, place }: ListStep,
  { parameter, property }: Filter,
  items: readonly JsonObject[],
): Promise<StepOutcome> {
  const known = items.filter((item) => Object.hasOwn(item, property));
  const wanted = known.find((item) => known.some((other) => !hasValue(other[property], item[property])))?.[property];
  const isValid = run.validator.check(parameter.schema.pointer, "request", wanted).length === 0;
  if (wanted === undefined || wanted === null || !isValid)
    return {
      findings: [],
      untried: [`no two items of the list differ in "${property}", so that "${parameter.name}" was not tried`],
    };
  const called = await call(run, operation, { arguments: [{ parameter, value: wanted }] });
  if (called?.answer === undefined || !called.isSuccess) return called === undefined ? notCalled : outcomeOf([called]);
  const got = itemsOf(called.answer, place).filter((item) => Object.hasOwn(item, property));
  const others = got.filter((item) => !hasValue(item[property], wanted));
  const state =
    others.length > 0
      ? [
          `"${parameter.name}" does not narrow the list: ${others.length} of ${got.length} items have another "${property}"`,
        ]
      : got.length === 0
        ? [`"${parameter.name}" leaves nothing, though an item has that "${property}"`]
        : [];
  return outcomeOf([called], state);
}

/** Filters of text often look for a part of it. */
function hasValue(value: unknown, wanted: unknown): boolean {
  return (
    isSame(value, wanted) || (typeof value === "string" && value.toLowerCase().includes(String(wanted).toLowerCase()))
  );
}

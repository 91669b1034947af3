import { type JsonObject, type Operation, type Parameter, schemasOf } from "@facsimile/document";
import { flatten, useOf } from "@facsimile/samples";
import { type ListPlace, listPlace, propertiesOf } from "./answer-shape.js";
import { bareName } from "./names.js";

const limits: ReadonlySet<string> = new Set([
  ...["limit", "perpage", "pagesize", "pagelimit", "maxresults", "maxitems", "itemsperpage", "resultsperpage"],
  ...["top", "take", "size", "rows"],
]);

/** The parameter that says how many items there are at most: the one of `x-pagination`, or a number that is called so. */
export function limitOf(document: JsonObject, operation: Operation): Parameter | undefined {
  const { pagination, parameters } = operation;
  const named =
    pagination?.style === "offset" ? pagination.limit : pagination?.style === "page" ? pagination.size : undefined;
  const numbers = parameters.filter((one) => one.in === "query" && isNumber(document, one));
  // What an item has by that name too, as clothes have a size, is no limit.
  const items = listPlace(document, operation, [])?.use ?? [];
  const properties = propertiesOf(document, items).map(([name]) => bareName(name));
  const isLimit = (name: string): boolean => limits.has(bareName(name)) && !properties.includes(bareName(name));
  return numbers.find(({ name }) => name === named) ?? numbers.find(({ name }) => isLimit(name));
}

/** A parameter that narrows a list to the items whose property of the same name has its value. */
export interface Filter {
  readonly parameter: Parameter;
  readonly property: string;
}

/**
 * Only of texts and of what is listed or true or false: dates and numbers of the same name are often bounds.
 */
export function filtersOf(document: JsonObject, operation: Operation, { use }: ListPlace): readonly Filter[] {
  const properties = propertiesOf(document, use);
  const schemas = schemasOf(document);
  return operation.parameters.flatMap((parameter) => {
    if (parameter.in !== "query" || parameter.mediaType !== undefined) return [];
    const found = properties.find(([name]) => bareName(name) === bareName(parameter.name));
    if (found === undefined || !isTold(schemas.typesOf(found[1]))) return [];
    const use = useOf(parameter.schema);
    const isDate = [use, found[1]].some((one) => flatten(document, one).format?.startsWith("date") === true);
    return isTold(schemas.typesOf(use)) && !isDate ? [{ parameter, property: found[0] }] : [];
  });
}

/** How the next page is asked for. */
export interface Paging {
  readonly parameter: Parameter;
  readonly style: "page" | "offset" | "cursor";
}

const cursors: ReadonlySet<string> = new Set([
  ...["cursor", "after", "pagetoken", "nexttoken", "pagecursor", "startingafter", "continuationtoken", "marker"],
]);

export function pagingOf(document: JsonObject, { pagination, parameters }: Operation): Paging | undefined {
  const query = parameters.filter((one) => one.in === "query");
  const named = (names: readonly string[]): Parameter | undefined =>
    query.find((one) => names.includes(bareName(one.name)) && isNumber(document, one));
  const cursorName = pagination?.style === "cursor" ? pagination.cursor : undefined;
  const cursor = query.find(({ name }) => name === cursorName || cursors.has(bareName(name)));
  if (cursor !== undefined) return { parameter: cursor, style: "cursor" };
  const page = named([bareName(pagination?.style === "page" ? pagination.page : "page"), "pagenumber"]);
  if (page !== undefined) return { parameter: page, style: "page" };
  const offset = named([bareName(pagination?.style === "offset" ? pagination.offset : "offset"), "skip"]);
  return offset === undefined ? undefined : { parameter: offset, style: "offset" };
}

function isNumber(document: JsonObject, { schema, mediaType }: Parameter): boolean {
  const types = schemasOf(document).typesOf(useOf(schema));
  return mediaType === undefined && types?.some((type) => type === "integer" || type === "number") === true;
}

function isTold(types: readonly string[] | undefined): boolean {
  return types !== undefined && types.length > 0 && types.every((type) => ["string", "boolean", "null"].includes(type));
}

import type { Json, JsonObject } from "../load/document.js";
import { isObject } from "../load/object.js";
import { child, member } from "../load/pointer.js";
import type { Pagination, Parameter, Response, Schema } from "./api.js";
import type { Context, Node } from "./context.js";
import { findProperty, mayBeArray } from "./schema-properties.js";

/** What a member of `x-pagination` holds. */
type MemberKind = "query" | "property" | "items" | "number";

type Rules = Readonly<Record<string, { readonly kind: MemberKind; readonly required: boolean }>>;

const needed = (kind: MemberKind): Rules[string] => ({ kind, required: true });
const optional = (kind: MemberKind): Rules[string] => ({ kind, required: false });

const styles: Readonly<Record<Pagination["style"], Rules>> = {
  offset: { offset: needed("query"), limit: optional("query"), items: needed("items"), total: optional("property") },
  page: {
    page: needed("query"),
    size: optional("query"),
    first: optional("number"),
    items: needed("items"),
    total: optional("property"),
  },
  cursor: { cursor: needed("query"), next: needed("property"), items: needed("items") },
  link: { next: needed("property"), items: needed("items") },
  "link-header": { items: optional("items") },
};

export function readPagination(
  context: Context,
  json: Json | undefined,
  parameters: readonly Parameter[],
  responses: readonly Response[],
  pointer: string,
): Pagination | undefined {
  if (json === undefined) return undefined;
  const style = isObject(json) ? member(json, "style") : undefined;
  if (!isObject(json) || !isStyle(style)) {
    const known = Object.keys(styles).join(", ");
    report(
      context,
      isObject(json) ? child(pointer, "style") : pointer,
      `x-pagination has no style that is one of ${known}.`,
    );
    return undefined;
  }
  const reader = new MemberReader(context, pointer, parameters, pageSchema(responses));
  return reader.check(json, style) ? toPagination(json, style) : undefined;
}

function isStyle(value: Json | undefined): value is Pagination["style"] {
  return typeof value === "string" && Object.hasOwn(styles, value);
}

/** The schema of a page: what the first success with a described body answers. */
function pageSchema(responses: readonly Response[]): Schema | undefined {
  const successes = responses.filter((response) => response.status.startsWith("2"));
  return successes.flatMap((response) => response.content).find((media) => media.schema !== undefined)?.schema;
}

function report(context: Context, pointer: string, message: string): void {
  const fix = "See the page of this code for the members of each style and what they name.";
  context.report("pagination-invalid", pointer, message, fix);
}

class MemberReader {
  private valid = true;

  constructor(
    private readonly context: Context,
    private readonly pointer: string,
    private readonly parameters: readonly Parameter[],
    private readonly page: Schema | undefined,
  ) {}

  check(json: JsonObject, style: Pagination["style"]): boolean {
    const rules = styles[style];
    for (const [name, { kind, required }] of Object.entries(rules)) {
      const value = member(json, name);
      if (value !== undefined) this.checkMember(name, kind, value);
      else if (required) this.fail("", `x-pagination of the style "${style}" needs the member "${name}".`);
    }
    for (const name of Object.keys(json)) {
      if (name === "style" || Object.hasOwn(rules, name)) continue;
      this.fail(name, `x-pagination of the style "${style}" has no member "${name}".`);
    }
    return this.valid;
  }

  private checkMember(name: string, kind: MemberKind, value: Json): void {
    if (kind === "number") {
      if (!Number.isInteger(value)) this.fail(name, `The member "${name}" has to be a whole number.`);
    } else if (typeof value !== "string") this.fail(name, `The member "${name}" has to be text.`);
    else if (kind === "query") this.checkQuery(name, value);
    else this.checkProperty(name, kind, value);
  }

  private checkQuery(name: string, value: string): void {
    if (this.parameters.some((parameter) => parameter.in === "query" && parameter.name === value)) return;
    this.fail(name, `The member "${name}" names "${value}", which is no query parameter of the operation.`);
  }

  private checkProperty(name: string, kind: MemberKind, value: string): void {
    const found = this.page && this.propertyOf(this.page, value);
    if (this.page === undefined)
      this.fail(name, `The operation has no 2XX response whose schema could have "${value}".`);
    else if (found === undefined)
      this.fail(name, `The member "${name}" names "${value}", which is no property of the answer.`);
    else if (kind === "items" && !mayBeArray(this.context, found))
      this.fail(name, `The property "${value}" is no array.`);
  }

  private propertyOf(page: Schema, path: string): Node<Json> | undefined {
    // A schema that was loaded is JSON.
    return findProperty(this.context, { value: page.json as Json, pointer: page.pointer }, path);
  }

  private fail(name: string, message: string): void {
    this.valid = false;
    report(this.context, name === "" ? this.pointer : child(this.pointer, name), message);
  }
}

function toPagination(json: JsonObject, style: Pagination["style"]): Pagination {
  // The members were checked one by one: those with the kind "number" are numbers, all others text.
  const text = (name: string): string => member(json, name) as string;
  const optionalText = (name: string): string | undefined => member(json, name) as string | undefined;
  const items = text("items");
  switch (style) {
    case "offset":
      return { style, offset: text("offset"), limit: optionalText("limit"), items, total: optionalText("total") };
    case "page": {
      const first = (member(json, "first") as number | undefined) ?? 1;
      return { style, page: text("page"), size: optionalText("size"), first, items, total: optionalText("total") };
    }
    case "cursor":
      return { style, cursor: text("cursor"), next: text("next"), items };
    case "link":
      return { style, next: text("next"), items };
    case "link-header":
      return { style, items: optionalText("items") };
  }
}

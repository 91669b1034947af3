import type { Json, JsonObject } from "../load/document.js";
import { isJson } from "../load/media-type.js";
import { isObject } from "../load/object.js";
import { child, member } from "../load/pointer.js";
import { quoted } from "../load/structure/words.js";
import type { Pagination, Parameter, Response, Schema } from "./api.js";
import type { Context } from "./context.js";
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

/** What of an operation pages have to do with. */
interface PagedOperation {
  /** How messages name it. */
  readonly label: string;
  readonly parameters: readonly Parameter[];
  readonly responses: readonly Response[];
}

/** How the pages of a list follow one another; undefined where the document does not say it, or nothing that fits. */
export function readPagination(
  context: Context,
  json: Json | undefined,
  operation: PagedOperation,
  pointer: string,
): Pagination | undefined {
  if (json === undefined) return undefined;
  const style = isObject(json) ? member(json, "style") : undefined;
  if (!isObject(json) || !isStyle(style)) {
    const place = isObject(json) && style !== undefined ? child(pointer, "style") : pointer;
    const fix = `Give it a style that is one of ${quoted(Object.keys(styles))}.`;
    const message = `The pages of ${operation.label} are left out: x-pagination has no style that is known.`;
    context.report("pagination-invalid", place, message, fix);
    return undefined;
  }
  const reader = new MemberReader(context, pointer, operation);
  return reader.check(json, style) ? toPagination(json, style) : undefined;
}

function isStyle(value: Json | undefined): value is Pagination["style"] {
  return typeof value === "string" && Object.hasOwn(styles, value);
}

/** The schema of a page: what the first success with a described body answers, in JSON where it has that beside other media types. */
function pageSchema(responses: readonly Response[]): Schema | undefined {
  const successes = responses.filter((response) => response.status.startsWith("2"));
  const described = successes.flatMap((response) => response.content).filter((media) => media.schema !== undefined);
  return (described.find(({ name }) => isJson(name)) ?? described[0])?.schema;
}

class MemberReader {
  private readonly context: Context;
  private readonly pointer: string;
  private readonly label: string;
  private readonly parameters: readonly Parameter[];
  private readonly page: Schema | undefined;
  private valid = true;

  constructor(context: Context, pointer: string, { label, parameters, responses }: PagedOperation) {
    this.context = context;
    this.pointer = pointer;
    this.label = label;
    this.parameters = parameters;
    this.page = pageSchema(responses);
  }

  check(json: JsonObject, style: Pagination["style"]): boolean {
    const rules = styles[style];
    for (const [name, { kind, required }] of Object.entries(rules)) {
      const value = member(json, name);
      if (value !== undefined) this.checkMember(name, kind, value);
      else if (required)
        this.fail("", `x-pagination of the style "${style}" lacks the member "${name}".`, `Add "${name}".`);
    }
    for (const name of Object.keys(json)) {
      if (name === "style" || Object.hasOwn(rules, name)) continue;
      const fix = `Remove it; the style has ${quoted(Object.keys(rules))}.`;
      this.fail(name, `x-pagination of the style "${style}" has no member "${name}".`, fix);
    }
    return this.valid;
  }

  private checkMember(name: string, kind: MemberKind, value: Json): void {
    if (kind === "number") {
      if (!Number.isInteger(value)) this.fail(name, `The member "${name}" has to be a whole number.`, "Write 0 or 1.");
    } else if (typeof value !== "string")
      this.fail(name, `The member "${name}" has to be text.`, "Write the name of what is meant.");
    else if (kind === "query") this.checkQuery(name, value);
    else this.checkProperty(name, kind, value);
  }

  private checkQuery(name: string, value: string): void {
    const known = this.parameters.filter((parameter) => parameter.in === "query").map((parameter) => parameter.name);
    if (known.includes(value)) return;
    const fix =
      known.length === 0 ? "Add the query parameter." : `Name one of ${quoted(known)}, or add the query parameter.`;
    this.fail(name, `The member "${name}" names "${value}", which is no query parameter of the operation.`, fix);
  }

  private checkProperty(name: string, kind: MemberKind, value: string): void {
    if (this.page === undefined) {
      this.fail(
        name,
        `The operation has no 2XX response with a schema that could have "${value}".`,
        "Describe the answer.",
      );
      return;
    }
    // A schema that was loaded is JSON.
    const found = findProperty(this.context, { value: this.page.json as Json, pointer: this.page.pointer }, value);
    const fix = "Name a property of the first 2XX response; a dotted path such as meta.next leads into one.";
    if (found === undefined)
      this.fail(name, `The member "${name}" names "${value}", which is no property of the answer.`, fix);
    else if (kind === "items" && !mayBeArray(this.context, found))
      this.fail(name, `The property "${value}" is no array.`, fix);
  }

  private fail(name: string, message: string, fix: string): void {
    this.valid = false;
    const place = name === "" ? this.pointer : child(this.pointer, name);
    const left = `The pages of ${this.label} are left out: ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
    this.context.report("pagination-invalid", place, left, fix);
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

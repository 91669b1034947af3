import { isObject, type Pagination } from "@facsimile/document";
import type { Exchange } from "@facsimile/mock/wire";
import type { PagesCase } from "../cases/case.js";
import { judgeAnswer, judgeExample } from "../oracles/answer-oracle.js";
import { differ } from "../oracles/compare.js";
import { type Finding, findings } from "../oracles/finding.js";
import { judgePrism } from "../oracles/prism-oracle.js";
import { judgeRequest } from "../oracles/request-oracle.js";
import type { CaseRequest } from "../wire/case-request.js";
import type { PagesOfList } from "./built-package.js";
import { pagesOf } from "./call-package.js";
import { placesOf, type Subject } from "./subject.js";

/**
 * Iterates the pages of a list, then the items. A mock server answers every page with the same example; on its way to the package the first is
 * changed to say that there are two, and the second gets an item more, so that it is no repetition. Where pages are linked, both link to the
 * first one, and an iteration ends at a link that it has followed.
 */
export async function runPages(subject: Subject, one: PagesCase): Promise<readonly Finding[]> {
  const byPage = await runPass(subject, one, (pages) => pages);
  const byItem = await runPass(subject, one, (pages) => pages.items());
  const given = byItem.given.flatMap((page) => itemsOf(page, one.pagination));
  return [
    ...(await judgePass(subject, one, byPage)),
    ...(await judgePass(subject, one, byItem)),
    ...findings("answer", differ("pages", byPage.given, byPage.seen), "package"),
    ...findings("answer", differ("items", given, byItem.seen), "package"),
  ];
}

/** One iteration. */
interface Pass {
  readonly exchanges: readonly Exchange[];
  /** What the package got, without the repetition that ends a list of which nobody knows the length. */
  readonly given: readonly unknown[];
  /** What it gave its caller. */
  readonly seen: readonly unknown[];
}

async function runPass(
  subject: Subject,
  one: PagesCase,
  part: (pages: PagesOfList) => AsyncIterable<unknown>,
): Promise<Pass> {
  const { package: built, server } = subject;
  const before = server.exchanges.length;
  const given: unknown[] = [];
  const send: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    const { url } = answer;
    const page = changedPage(one, await answer.json(), given.length, url);
    given.push(page);
    const changed = new Response(JSON.stringify(page), answer);
    if (one.pagination.style === "link-header") changed.headers.set("Link", `<${url}>; rel="next"`);
    return changed;
  };
  const seen = await collect(part(pagesOf(built, placesOf(subject, one.request), one, send)));
  return { exchanges: server.exchanges.slice(before), given: given.slice(0, 2), seen };
}

/** The page as a server would answer it that has two of them. */
function changedPage({ pagination, request }: PagesCase, page: unknown, index: number, url: string): unknown {
  const items = itemsOf(page, pagination);
  const total = "total" in pagination ? pagination.total : undefined;
  const linked = pagination.style === "link" ? withMember(page, pagination.next, url) : page;
  const counted =
    total === undefined ? linked : withMember(linked, total, skippedBy(request, pagination) + 2 * items.length + 1);
  if (index === 0 || items.length === 0) return counted;
  const more = [...items, items[0]];
  return pagination.items === undefined ? more : withMember(counted, pagination.items, more);
}

/** Each request as it was meant, and as many as there are pages; one more where only a repetition tells that there are no more. */
async function judgePass(
  { validator, wire }: Subject,
  { expected, pagination, request }: PagesCase,
  { exchanges, given }: Pass,
): Promise<readonly Finding[]> {
  const next = nextRequest(request, pagination, given[0]);
  const meant = next === undefined ? [request] : [request, next];
  const judged = await Promise.all(
    exchanges
      .slice(0, meant.length)
      .map(async (exchange, index) => [
        ...findings("request", await judgeRequest(exchange.request, meant[index] ?? request, wire), "package"),
        ...findings("answer", judgeAnswer(exchange.answer, expected, validator.allows), "prism"),
        ...findings("answer", judgeExample(exchange.answer, expected), "prism"),
        ...findings("prism", judgePrism(exchange, request.operation), "prism"),
      ]),
  );
  const isUntold = "total" in pagination && pagination.total === undefined;
  const count = isUntold ? Math.min(meant.length, exchanges.length) : exchanges.length;
  return [...findings("request", differ("requests of an iteration", meant.length, count), "package"), ...judged.flat()];
}

/** The request for the second page. Undefined where the first has no items. */
function nextRequest(request: CaseRequest, pagination: Pagination, page: unknown): CaseRequest | undefined {
  const count = itemsOf(page, pagination).length;
  if (count === 0) return undefined;
  if (pagination.style === "offset")
    return withQuery(request, pagination.offset, skippedBy(request, pagination) + count);
  if (pagination.style === "page")
    return withQuery(request, pagination.page, Number(queryOf(request, pagination.page) ?? pagination.first) + 1);
  if (pagination.style !== "cursor") return request;
  const cursor = memberAt(page, pagination.next);
  const isLast = typeof cursor !== "string" || cursor === "" || cursor === queryOf(request, pagination.cursor);
  return isLast ? undefined : withQuery(request, pagination.cursor, cursor);
}

/** How many items come before those that are asked for. */
function skippedBy(request: CaseRequest, pagination: Pagination): number {
  if (pagination.style === "offset") return Number(queryOf(request, pagination.offset) ?? 0);
  if (pagination.style !== "page") return 0;
  const number = Number(queryOf(request, pagination.page) ?? pagination.first);
  return (number - pagination.first) * Number(queryOf(request, pagination.size) ?? 0);
}

function queryOf({ arguments: given }: CaseRequest, name: string | undefined): unknown {
  return given.find(({ parameter }) => parameter.in === "query" && parameter.name === name)?.value;
}

function withQuery(request: CaseRequest, name: string, value: unknown): CaseRequest {
  const parameter = request.operation.parameters.find((one) => one.in === "query" && one.name === name);
  if (parameter === undefined) return request;
  const others = request.arguments.filter((argument) => argument.parameter !== parameter);
  return { ...request, arguments: [...others, { parameter, value }] };
}

function itemsOf(page: unknown, { items }: Pagination): readonly unknown[] {
  const found = items === undefined ? page : memberAt(page, items);
  return Array.isArray(found) ? found : [];
}

/** The value at a dotted path. */
function memberAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((parent, name) => (isObject(parent) ? parent[name] : undefined), value);
}

/** A copy with another value at a dotted path. */
function withMember(value: unknown, path: string, member: unknown): unknown {
  const [name = "", ...rest] = path.split(".");
  const inside = isObject(value) ? value : {};
  return { ...inside, [name]: rest.length === 0 ? member : withMember(inside[name], rest.join("."), member) };
}

/** At most as many as tell an iteration that does not end from one that does. */
async function collect(values: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const value of values) {
    found.push(value);
    if (found.length > 1000) break;
  }
  return found;
}

import type { Pagination } from "@facsimile/codegen";
import type { CaseRequest, PagesCase } from "../cases/case.js";
import { isObject } from "../document/pointer.js";
import { judgeAnswer, judgeExample } from "../oracles/answer-oracle.js";
import { differ } from "../oracles/compare.js";
import { type Finding, findings } from "../oracles/finding.js";
import { judgePrism } from "../oracles/prism-oracle.js";
import { judgeRequest } from "../oracles/request-oracle.js";
import type { Exchange } from "../server/exchange.js";
import { pagesOf } from "./call-package.js";
import type { Subject } from "./run-case.js";

/**
 * Iterates the pages of a list, then the items. A mock server answers every page with the same example, so that a second page is asked for
 * where the first does not say that it is the last, and given to nobody, since it repeats the first.
 */
export async function runPages(subject: Subject, one: PagesCase): Promise<readonly Finding[]> {
  const { server, package: built } = subject;
  const pages = pagesOf(built, server.url, one.request, one.form);
  const first = server.exchanges.length;
  const seen = await collect(pages);
  const second = server.exchanges.length;
  const items = await collect(pages.items());
  const exchange = server.exchanges[first];
  if (exchange === undefined) return findings("request", ["nothing reached the server"]);
  const page: unknown = JSON.parse(exchange.answer.body.toString("utf8"));
  return [
    ...(await judgePass(subject, one, page, server.exchanges.slice(first, second))),
    ...(await judgePass(subject, one, page, server.exchanges.slice(second))),
    ...findings("answer", differ("pages", [page], seen)),
    ...findings("answer", differ("items", itemsOf(page, one.pagination), items)),
  ];
}

/** One iteration: the first request as it was meant, and the next one where there has to be one. */
async function judgePass(
  { validator, wire }: Subject,
  { expected, pagination, request }: PagesCase,
  page: unknown,
  exchanges: readonly Exchange[],
): Promise<readonly Finding[]> {
  const next = nextRequest(request, pagination, page);
  const isLink = pagination.style === "link" || pagination.style === "link-header";
  const meant = next === undefined ? [request] : [request, next];
  const judged = await Promise.all(
    exchanges
      .slice(0, meant.length)
      .map(async (exchange, index) => [
        ...findings("request", await judgeRequest(exchange.request, meant[index] ?? request, expected, wire)),
        ...findings("answer", judgeAnswer(exchange.answer, expected, validator)),
        ...findings("answer", judgeExample(exchange.answer, expected)),
        ...findings("prism", judgePrism(exchange, request.operation)),
      ]),
  );
  // Where the API gives the URL of the next page, only the first request can be told from the document.
  const count = isLink ? [] : differ("requests of an iteration", meant.length, exchanges.length);
  return [...findings("request", count), ...judged.flat()];
}

/** The request for the second page. Undefined where the first page is the last, or where the API gives a URL instead. */
function nextRequest(request: CaseRequest, pagination: Pagination, page: unknown): CaseRequest | undefined {
  const count = itemsOf(page, pagination).length;
  if (count === 0) return undefined;
  const given = (name: string | undefined): unknown =>
    request.arguments.find(({ parameter }) => parameter.in === "query" && parameter.name === name)?.value;
  if (pagination.style === "offset") {
    const offset = Number(given(pagination.offset) ?? 0) + count;
    return isAll(page, pagination.total, offset) ? undefined : withQuery(request, pagination.offset, offset);
  }
  if (pagination.style === "page") {
    const number = Number(given(pagination.page) ?? pagination.first);
    const before = (number - pagination.first) * Number(given(pagination.size) ?? 0);
    return isAll(page, pagination.total, before + count) ? undefined : withQuery(request, pagination.page, number + 1);
  }
  if (pagination.style !== "cursor") return undefined;
  const cursor = memberAt(page, pagination.next);
  const isLast = typeof cursor !== "string" || cursor === "" || cursor === given(pagination.cursor);
  return isLast ? undefined : withQuery(request, pagination.cursor, cursor);
}

function isAll(page: unknown, total: string | undefined, seen: number): boolean {
  const all = total === undefined ? undefined : memberAt(page, total);
  return typeof all === "number" && seen >= all;
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

/** At most as many as tell an iteration that does not end from one that does. */
async function collect(values: AsyncIterable<unknown>): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  for await (const value of values) {
    found.push(value);
    if (found.length > 1000) break;
  }
  return found;
}

import {
  type Api,
  isRelativeServer,
  type Operation,
  operationServers,
  responseFor,
  type Server,
} from "@facsimile/document";
import { keys } from "../cases/keys.js";
import type { Finding } from "../oracles/finding.js";
import type { KindCoverage } from "../report/report.js";
import type { Judged } from "./judge-passed.js";
import type { Passed } from "./pass-on.js";

/** Exchanges that are alike: the same operation, or else path, the same status and the same findings. */
export interface SeenExchanges {
  /** `getTea: 200`, or `GET /v2/unheard-of: 404`. */
  readonly name: string;
  readonly count: number;
  readonly findings: readonly Finding[];
}

/** Requests that came to nothing. */
export interface LostExchanges {
  readonly message: string;
  readonly count: number;
  /** Whether the application did something that the document or HTTP does not allow; going away is none. */
  readonly isFault: boolean;
}

/** `proxy-report.json`. It has no bodies, no values and no credentials, and two recordings of the same exchanges have the same bytes. */
export interface ProxyReport {
  readonly title: string;
  readonly server: string;
  readonly operations: number;
  readonly exchanges: number;
  /** All of which is as documented. */
  readonly held: number;
  /** In the order in which they were first seen. */
  readonly failed: readonly SeenExchanges[];
  readonly passed: readonly SeenExchanges[];
  readonly coverage: readonly KindCoverage[];
  /** What the document has and no exchange showed: `operation keepTea`, `status getTea 404`. */
  readonly neverSeen: readonly string[];
  /** What was not seen because the document sends it to another server, of which a proxy for this one sees nothing. */
  readonly elsewhere: readonly { readonly server: string; readonly goals: readonly string[] }[];
  /** Where the application went away before it had its answer, or sent what is no HTTP. */
  readonly lost: readonly LostExchanges[];
  /** Of different ones, beyond those that are listed. */
  readonly unlisted: number;
}

/** Keeps what was seen, each kind of exchange once, so that it does not grow with the number of exchanges. */
export interface ProxyRecord {
  add(name: string, passed: Passed, judged: Judged): void;
  lose(message: string, isFault: boolean): void;
  report(): ProxyReport;
}

/** Of different kinds of exchanges that are kept. An application that makes up paths could show any number. */
const mostKinds = 10_000;

export function createRecord(api: Api, server: URL): ProxyRecord {
  const kinds = new Map<string, { name: string; count: number; findings: readonly Finding[] }>();
  const lost = new Map<string, LostExchanges>();
  const seen = new Set<string>();
  let [exchanges, held, unlisted] = [0, 0, 0];
  return {
    add(name, { answer }, { match, findings }) {
      exchanges += 1;
      if (findings.length === 0) held += 1;
      if (match.kind === "operation") for (const goal of shownBy(match.operation, answer?.status)) seen.add(goal);
      const key = JSON.stringify([name, findings]);
      const kind = kinds.get(key);
      if (kind !== undefined) kind.count += 1;
      else if (kinds.size < mostKinds) kinds.set(key, { name, count: 1, findings });
      else unlisted += 1;
    },
    lose(message, isFault) {
      lost.set(message, { message, count: (lost.get(message)?.count ?? 0) + 1, isFault });
    },
    report() {
      const all = [...kinds.values()];
      return {
        title: api.title,
        server: server.href,
        operations: api.operations.length,
        exchanges,
        held,
        failed: all.filter(({ findings }) => findings.length > 0),
        passed: all.filter(({ findings }) => findings.length === 0),
        ...coverage(api, seen, elsewhereOf(api, server)),
        lost: [...lost.values()],
        unlisted,
      };
    },
  };
}

function coverage(
  api: Api,
  seen: ReadonlySet<string>,
  elsewhere: ReadonlyMap<Operation, string>,
): Pick<ProxyReport, "coverage" | "neverSeen" | "elsewhere"> {
  const goals = api.operations.flatMap((one) => goalsOf(one).map((goal) => ({ ...goal, server: elsewhere.get(one) })));
  const open = goals.filter(({ name }) => !seen.has(name));
  const count = (some: readonly Goal[], kind: string): number => some.filter((goal) => goal.kind === kind).length;
  const away = open.filter(({ server }) => server !== undefined);
  return {
    coverage: (["operation", "status"] as const).map((kind) => ({
      kind,
      goals: count(goals, kind),
      covered: count(goals, kind) - count(open, kind),
      holes: count(away, kind),
    })),
    neverSeen: ["operation", "status"].flatMap((kind) =>
      open.filter((goal) => goal.kind === kind && goal.server === undefined).map(({ name }) => name),
    ),
    elsewhere: [...new Set(elsewhere.values())].flatMap((server) => {
      const names = away.filter((goal) => goal.server === server).map(({ name }) => name);
      return names.length === 0 ? [] : [{ server, goals: names }];
    }),
  };
}

interface Goal {
  readonly kind: "operation" | "status";
  readonly name: string;
}

function goalsOf(operation: Operation): Goal[] {
  return [
    { kind: "operation", name: keys.operation(operation) },
    ...operation.responses.map(({ status }): Goal => ({ kind: "status", name: statusGoal(operation, status) })),
  ];
}

/**
 * The operations that go to another server than the one that the proxy stands for, which is the document's unless it has the address of one that
 * some operations have for themselves.
 */
function elsewhereOf(api: Api, upstream: URL): ReadonlyMap<Operation, string> {
  const { base, others, own } = operationServers(api);
  const stoodFor = others.find((server) => isAt(server, upstream));
  return new Map(
    api.operations.flatMap((operation): [Operation, string][] => {
      const server = own.get(operation) ?? base;
      if (server === undefined || server === (stoodFor ?? base) || isRelativeServer(server)) return [];
      return isAt(server, upstream) ? [] : [[operation, server.url]];
    }),
  );
}

function isAt({ url }: Server, upstream: URL): boolean {
  return URL.canParse(url) && new URL(url).origin === upstream.origin;
}

function shownBy(operation: Operation, status: number | undefined): string[] {
  const response = status === undefined ? undefined : responseFor(operation.responses, status);
  return [keys.operation(operation), ...(response === undefined ? [] : [statusGoal(operation, response.status)])];
}

function statusGoal({ id }: Operation, status: string): string {
  return `status ${id} ${status}`;
}

import { type Api, essence, type Operation } from "@facsimile/document";
import { headerOf, type RawAnswer } from "@facsimile/mock/wire";
import { Paths } from "../cases/paths.js";
import { validRequest } from "../cases/valid-request.js";
import type { ChainRun } from "../chains/chain-run.js";

/** A server that answers operations as it answers what is not there. */
export interface Likeness {
  readonly status: number;
  /** What was answered alike. */
  readonly operations: readonly string[];
  /** In words, with what to look at. */
  readonly text: string;
  /** Whether there is nothing to be learnt from further requests. */
  readonly isHopeless: boolean;
}

/** More operations tell no more. */
const mostOperations = 5;

/**
 * Asks for a path that no document has, and for operations whose path needs nothing: where all is answered alike, this is not the API. Undefined
 * where it may be.
 */
export async function findLikeness(run: ChainRun, api: Api): Promise<Likeness | undefined> {
  const plain = api.operations.filter(({ method, path }) => method === "get" && !path.includes("{"));
  const asked = plain.filter((one) => run.secretsFor(one) !== undefined).slice(0, mostOperations);
  const [first] = asked;
  if (first === undefined) return undefined;
  const unknown = await answerTo(run, first, { target: new Paths(api.operations).unknown });
  if (unknown === undefined) return undefined;
  const alike: Operation[] = [];
  for (const one of asked) {
    const answer = await answerTo(run, one);
    if (answer !== undefined && printOf(answer) === printOf(unknown)) alike.push(one);
  }
  if (alike.length < asked.length) return undefined;
  const { status } = unknown;
  return { status, operations: alike.map(({ id }) => id), text: textOf(status, alike, api), isHopeless: status >= 400 };
}

async function answerTo(
  run: ChainRun,
  operation: Operation,
  distortion?: { readonly target: string },
): Promise<RawAnswer | undefined> {
  const request = { ...validRequest(run, operation, "minimal"), secrets: run.secretsFor(operation) ?? [] };
  return (await run.session.ask({ request, distortion, valid: distortion === undefined })).answer;
}

/** What is the same in answers to different paths: numbers, dates and the path itself are not. */
function printOf({ status, headers, body }: RawAnswer): string {
  const text = body.toString("utf8").slice(0, 4096);
  const same = text.replaceAll(/(?:\/[\w%.~-]+)+/g, "/").replaceAll(/(?<![\da-f-])[\da-f-]*\d[\da-f-]*/gi, "0");
  return `${status} ${essence(headerOf(headers, "content-type") ?? "")} ${same}`;
}

function textOf(status: number, alike: readonly Operation[], api: Api): string {
  const names = alike.map(({ path }) => `GET ${path}`).join(", ");
  const seen = `${names} and a path that no document has are all answered with ${status}`;
  return `This does not look like the API: ${seen}. ${hintOf(status, api)}`;
}

function hintOf(status: number, { servers }: Api): string {
  const [server] = servers;
  if (status === 401 || status === 403) return "Are the credentials right?";
  if (status >= 500) return "Is the server in order?";
  const stated = server === undefined ? "" : ` The document has ${server.url}.`;
  if (status >= 400) return `Is the path in --server right?${stated}`;
  return `Is it a server of pages, or one that answers everything?${stated}`;
}

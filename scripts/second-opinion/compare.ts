import { isDeepStrictEqual } from "node:util";
import type { RawRequestCase } from "@facsimile/contract";
import type { RawAnswer, RecordingMockServer } from "@facsimile/mock";

/** One thing about one request that two servers judge or answer differently. */
export interface Disagreement {
  readonly provider: string;
  /** The case's name in the contract tests: `getUser: not acceptable`. */
  readonly name: string;
  /** As it was sent, in upper case. */
  readonly method: string;
  /** Whether the document allows the request, by our own reading. */
  readonly valid: boolean;
  /** Everything after the status is about a success that both answer with the same status. */
  readonly about: "status" | "notes" | "media type" | "body";
  readonly prism: string;
  /** A status is followed by the codes of what Steady noted: `400 E3003`. */
  readonly steady: string;
}

/**
 * Sends each request to both servers, one after the other. Rejects where one of them gives no answer, because that is no opinion: a machine that
 * is too busy must not change the list.
 */
export async function compareServers(
  provider: string,
  requests: readonly RawRequestCase[],
  prism: RecordingMockServer,
  steady: { readonly url: string },
): Promise<readonly Disagreement[]> {
  const found: Disagreement[] = [];
  for (const request of requests) {
    const one = await answerOf("Prism", request, prism.url);
    const fault = prism.exchanges.at(-1)?.fault;
    if (fault !== undefined) throw new Error(`Prism, ${request.name}: ${fault}`);
    found.push(...differences(provider, request, one, await answerOf("Steady", request, steady.url)));
  }
  return found;
}

/** What two answers to a request differ in. Refusals of one status agree: what a server says besides is its own. */
export function differences(
  provider: string,
  { name, method, valid }: Omit<RawRequestCase, "send">,
  prism: RawAnswer,
  steady: RawAnswer,
): readonly Disagreement[] {
  const differ = (about: Disagreement["about"], one: string, other: string): Disagreement[] =>
    one === other ? [] : [{ provider, name, method, valid, about, prism: one, steady: other }];
  const judged = [steady.status, ...notesOf(steady)].join(" ");
  if (prism.status !== steady.status) return differ("status", String(prism.status), judged);
  if (prism.status >= 400) return [];
  return [
    ...differ("notes", String(prism.status), judged),
    ...differ("media type", mediaTypeOf(prism), mediaTypeOf(steady)),
    ...(isDeepStrictEqual(contentOf(prism), contentOf(steady)) ? [] : differ("body", "a body", "another")),
  ];
}

/** Steady numbers what it found: `x-steady-error-1-code: E4004`. */
function notesOf({ headers }: RawAnswer): readonly string[] {
  return headers.filter(([name]) => /^x-steady-error-\d+-code$/i.test(name)).map(([, code]) => code);
}

function mediaTypeOf({ headers }: RawAnswer): string {
  const line = headers.find(([name]) => name.toLowerCase() === "content-type");
  return line?.[1].split(";")[0]?.trim().toLowerCase() ?? "none";
}

/** JSON is the same however it is spaced and ordered. */
function contentOf({ body }: RawAnswer): unknown {
  const text = body.toString("utf8");
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function answerOf(server: string, { name, send }: RawRequestCase, url: string): Promise<RawAnswer> {
  return send(url).catch((error: unknown) => {
    throw new Error(`${server}, ${name}: ${error instanceof Error ? error.message : String(error)}`);
  });
}

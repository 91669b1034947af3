import { readDocument } from "@facsimile/mock";
import type { RawAnswer } from "@facsimile/mock/wire";
import { createValidator } from "@facsimile/samples";
import type { Case, WireCase } from "../cases/case.js";
import { deriveCases } from "../cases/derive.js";
import { sendRaw } from "./send-raw.js";

/** One request of a document's matrix, to be sent to any server as it is. */
export interface RawRequestCase {
  /** Unique among the cases of a document: `getUser: 404`. */
  readonly name: string;
  /** As it is sent, in upper case. */
  readonly method: string;
  /** Whether the document allows the request. */
  readonly valid: boolean;
  /** Sends it below a URL, without the wish for a certain answer. Rejects where there is no answer within 10 s. */
  send(baseUrl: string): Promise<RawAnswer>;
}

/** Each request of a document's matrix once. Takes the path of the document, and rejects with `DocumentError` where it has errors. */
export async function readRawRequests(source: string): Promise<readonly RawRequestCase[]> {
  const { document, api } = await readDocument(source);
  const { cases } = deriveCases(document.json, api, createValidator(document, api));
  return eachRequestOnce(cases.flatMap((one) => asWireCase(one) ?? [])).map(({ name, valid, request, distortion }) => ({
    name,
    method: distortion?.method ?? request.operation.method.toUpperCase(),
    valid,
    send: (baseUrl) => sendRaw(baseUrl, request, distortion),
  }));
}

/** A case as a request that leaves the choice of the answer to the server. Undefined where nothing is sent, or more than one request. */
export function asWireCase(one: Case): WireCase | undefined {
  if (one.kind !== "answer" && one.kind !== "wire") return undefined;
  const request = { ...one.request, prefer: undefined };
  if (one.kind === "wire") return { ...one, request };
  const { name, covers, expected, valid, leftToServer } = one;
  const left = leftToServer && { leftToServer };
  return { kind: "wire", name, covers, request, expected, valid, ...left, distortion: undefined };
}

/** Cases that differ in the answer alone are one request: the first of them stays. */
export function eachRequestOnce(cases: readonly WireCase[]): readonly WireCase[] {
  const firsts = new Map<string, WireCase>();
  for (const one of cases) {
    const key = JSON.stringify([one.request, one.distortion]);
    if (!firsts.has(key)) firsts.set(key, one);
  }
  return [...firsts.values()];
}

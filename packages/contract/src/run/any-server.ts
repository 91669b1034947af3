import type { Api } from "@facsimile/document";
import type { RawAnswer } from "@facsimile/mock/wire";
import type { Validator } from "@facsimile/samples";
import type { AnswerCase, Case, WireCase } from "../cases/case.js";
import { responseFor } from "../cases/statuses.js";
import { judgeAnswer, judgeHead } from "../oracles/answer-oracle.js";
import { type Finding, findings } from "../oracles/finding.js";
import type { Secret } from "../wire/case-request.js";
import { asWireCase, eachRequestOnce } from "./raw-requests.js";
import { sendRaw } from "./send-raw.js";

/** Statuses of a server that is not there or does not let anybody in: nothing about the contract can be told. */
const outOfOrder = new Set([502, 503, 504]);

/** RFC 9110, 9.2.1. */
const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The cases of a matrix that can be tried on a server that is no mock: one raw request for each, without the wish for a certain answer, with
 * the credentials that are given. Without leave to write, only methods that change nothing.
 */
export function casesForServer(cases: readonly Case[], secrets: readonly Secret[], mayWrite: boolean): readonly Case[] {
  const sent = cases.flatMap((one): WireCase[] => {
    const wire = asWireCase(one);
    const { operation, secrets: needed } = one.request;
    if (wire === undefined) return [];
    // A case may send another method than that of its operation, and a real server may have it.
    const method = wire.distortion?.method ?? operation.method.toUpperCase();
    if (!mayWrite && !safeMethods.has(method)) return [];
    const given = needed.map(({ scheme }) => secrets.find((secret) => secret.scheme.name === scheme.name));
    if (given.includes(undefined)) return [];
    return [{ ...wire, request: { ...wire.request, secrets: given.flatMap((secret) => secret ?? []) } }];
  });
  return eachRequestOnce(sent);
}

/**
 * Sends one case to a server and holds the answer against the document: a documented answer to a valid request, and no success to one that
 * is not valid, unless HTTP leaves that to the server.
 */
export async function runOnServer(url: string, one: Case, validator: Validator): Promise<readonly Finding[]> {
  if (one.kind !== "answer" && one.kind !== "wire") return [];
  try {
    const answer = await sendRaw(url, one.request, one.kind === "wire" ? one.distortion : undefined);
    return judge(answer, one, validator);
  } catch (error) {
    return findings("answer", [`no answer: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

function judge(answer: RawAnswer, one: AnswerCase | WireCase, validator: Validator): readonly Finding[] {
  const { status } = answer;
  if (outOfOrder.has(status)) return findings("answer", [`the server is out of order: ${status}`]);
  const mayPass = one.valid || (one.kind === "wire" && one.leftToServer === true);
  if (!mayPass && status < 400) return findings("answer", [`a request that is not valid got ${status}`]);
  const response = responseFor(one.request.operation, status);
  // A request that is not for the operation, such as one with another method, is answered by no response of the operation.
  if (!one.valid && (response === undefined || one.expected.response === undefined)) return [];
  if (response === undefined) return findings("answer", [`the document has no response ${status}`]);
  if (one.request.operation.method === "head") return findings("answer", judgeHead(answer, response, validator.check));
  return findings("answer", judgeAnswer(answer, { status, response, example: undefined }, validator.check));
}

/** Credentials from the environment: `FACSIMILE_<SCHEME>`, for basic authentication `user:password`. */
export function secretsFrom(
  env: Readonly<Record<string, string | undefined>>,
  { securitySchemes }: Api,
): readonly Secret[] {
  return securitySchemes.flatMap((scheme): Secret[] => {
    const text = env[variableOf(scheme.name)];
    if (text === undefined || text === "") return [];
    if (scheme.type !== "http" || scheme.scheme !== "basic") return [{ scheme, value: text }];
    const [username = "", ...password] = text.split(":");
    return [{ scheme, value: { username, password: password.join(":") } }];
  });
}

/** The environment variable for a security scheme: `FACSIMILE_HEADER_API_KEY` for `HeaderAPIKey`. */
export function variableOf(scheme: string): string {
  const words = scheme.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1_$2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2");
  return `FACSIMILE_${words.replace(/[^\p{L}\p{N}]+/gu, "_").toUpperCase()}`;
}

import { type Exchange, headerOf, type RawRequest } from "../wire/exchange.js";
import { isOwnHost } from "../wire/own-host.js";
import { problem } from "../wire/problem.js";
import { answerPreflight, isPreflight } from "./cors.js";
import type { Doors } from "./doors.js";
import { title } from "./guard.js";
import { longestBody } from "./read-body.js";

/** What a server answers before anybody looks for an operation: a body that is too long, a request that is meant for another host, a preflight. */
export function answerAtDoor(doors: Doors, request: RawRequest, isTooLong: boolean): Exchange | undefined {
  const host = headerOf(request.headers, "host");
  if (!isOwnHost(host, doors.allowHosts))
    return refusal(
      request,
      421,
      `the header Host names ${JSON.stringify(host)}, and this server is for this machine: allow the name (allowHosts, --allow-host).`,
    );
  if (isTooLong) return refusal(request, 413, `the body of the request is longer than ${longestBody} bytes.`);
  if (doors.cors === "off" || !isPreflight(request)) return undefined;
  const answer = answerPreflight(doors.cors, title, request);
  return {
    request,
    answer,
    ...nothing,
    fault: answer.status === 204 ? undefined : "the origin is not allowed (--cors).",
  };
}

const nothing = { operation: undefined, violations: [] } as const;

function refusal(request: RawRequest, status: number, fault: string): Exchange {
  return { request, answer: problem(title, status, fault), ...nothing, fault };
}

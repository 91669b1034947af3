import { isJson, type Operation } from "@facsimile/document";
import { successOf } from "@facsimile/mock/things";
import type { CaseRequest } from "../wire/case-request.js";
import type { Distortion, ExpectedAnswer, Hole, WireCase } from "./case.js";
import { keys } from "./keys.js";
import type { Paths } from "./paths.js";
import { refusal } from "./refusals.js";
import { asSent } from "./statuses.js";
import { validRequest } from "./valid-request.js";
import type { ValueContext } from "./value-context.js";

/** A media type that no document names. */
const unheardOf = "application/vnd.facsimile.unheard-of";

/** Requests for what is not there: an unknown path, a wrong method, a body that is not wanted or cannot be read, an answer that cannot be had. */
export function negotiationCases(
  context: ValueContext,
  paths: Paths,
  operation: Operation,
): readonly (WireCase | Hole)[] {
  const request = validRequest(context, operation, "maximal");
  return [
    unknownPathCase(paths, request),
    wrongMethodCase(paths, request),
    ...bodyCases(context, request),
    notAcceptableCase(request),
  ];
}

function unknownPathCase(paths: Paths, request: CaseRequest): WireCase {
  // No response of the document is about a path that it does not have.
  return distorted(request, "unknown path", { target: paths.unknown }, undocumented(404));
}

function wrongMethodCase(paths: Paths, request: CaseRequest): WireCase | Hole {
  const taken = new Set(paths.matching(request.operation.path).map(({ method }) => method));
  const free = (["delete", "patch", "put", "post", "get"] as const).find((method) => !taken.has(method));
  if (free === undefined) {
    return {
      kind: "hole",
      covers: [keys.refusal(request.operation, "wrong method")],
      reason: "The path takes every method.",
    };
  }
  return distorted({ ...request, body: undefined }, "wrong method", { method: free.toUpperCase() }, undocumented(405));
}

function bodyCases(context: ValueContext, request: CaseRequest): (WireCase | Hole)[] {
  const { operation } = request;
  const { method, requestBody } = operation;
  if (requestBody === undefined) {
    const covers = [keys.refusal(operation, "unwanted body")];
    if (operation.parameters.length === 0) {
      return [
        {
          kind: "hole",
          covers,
          reason: "Prism does not look at requests of operations that have neither parameters nor a body.",
        },
      ];
    }
    const unwanted = { contentType: "application/json", body: "{}" };
    if (method === "head" || method === "trace")
      return [{ kind: "hole", covers, reason: `A request of ${method.toUpperCase()} is never sent with a body.` }];
    return [
      {
        ...distorted(request, "unwanted body", unwanted, refusal(context, operation, "media type")),
        ...(method === "get" || method === "delete" ? { leftToServer: true } : {}),
      },
    ];
  }
  const wrong = distorted(
    request,
    "wrong content type",
    { contentType: unheardOf, body: "x" },
    refusal(context, operation, "media type"),
  );
  const takesJson = requestBody.content.some(({ name }) => isJson(name));
  // What is no JSON is refused before the document is looked at.
  const broken = { contentType: "application/json", body: '{"' };
  return takesJson ? [wrong, distorted(request, "malformed JSON", broken, undocumented(400))] : [wrong];
}

function notAcceptableCase(request: CaseRequest): WireCase | Hole {
  const { operation } = request;
  const covers = [keys.refusal(operation, "not acceptable")];
  const success = successOf(operation);
  if (operation.method === "head") return { kind: "hole", covers, reason: "An answer to HEAD has no content." };
  if (success === undefined || asSent(operation, success).content.length === 0)
    return { kind: "hole", covers, reason: "The success has no content to be refused." };
  if (success.content.some(({ name }) => name === "*/*"))
    return { kind: "hole", covers, reason: "The success has content of any media type." };
  return {
    ...distorted({ ...request, accept: unheardOf }, "not acceptable", {}, undocumented(406)),
    leftToServer: true,
  };
}

/** An answer of the server's own. */
function undocumented(status: number): ExpectedAnswer {
  return { status, response: undefined, example: undefined };
}

function distorted(request: CaseRequest, what: string, distortion: Distortion, expected: ExpectedAnswer): WireCase {
  const { operation } = request;
  return {
    kind: "wire",
    name: `${operation.id}: ${what}`,
    covers: [keys.refusal(operation, what)],
    request,
    expected,
    valid: false,
    distortion,
  };
}

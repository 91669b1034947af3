import type { Operation } from "@facsimile/document";
import { keyOf } from "@facsimile/mock/things";
import { examplesAt } from "@facsimile/samples";
import type { CaseRequest } from "../wire/case-request.js";
import type { ChainRun } from "./chain-run.js";
import { mayCall } from "./may-call.js";
import { isSame } from "./same.js";

/** Why {@link isHarmless} is false, for people. */
export const mayHarm =
  "it may change something that the run did not create, since no id is known that is the run's or the document's own";

/**
 * Whether a request can hit nothing that is somebody else's: it changes nothing, or what it is about was created by the run, or is the document's
 * own example, or cannot be there. A number that was made up, such as 1, is often somebody's.
 *
 * @param method What is sent, where that is not the operation's.
 */
export function isHarmless(run: ChainRun, request: CaseRequest, method: string = request.operation.method): boolean {
  const { operation } = request;
  if (mayCall({ method: method.toLowerCase() as Operation["method"] }, false)) return true;
  if (run.creations.creates(operation) !== undefined && method === operation.method) return true;
  const last = request.arguments
    .filter(({ parameter }) => parameter.in === "path")
    .map((one) => ({ ...one, at: operation.path.indexOf(`{${one.parameter.name}}`) }))
    .sort((left, right) => left.at - right.at)
    .at(-1);
  if (last === undefined) return true;
  const { parameter, value, at } = last;
  const known = run.known.get(keyOf(operation.path.slice(0, at + parameter.name.length + 2)));
  if (known?.isOwn === true && isSame(known.id, value)) return true;
  if (!/^\d+$/.test(String(value))) return true;
  const isBroken = run.validator.check(parameter.schema.pointer, "request", value).length > 0;
  return isBroken || examplesAt(run.document, parameter.pointer).some((example) => isSame(example.value, value));
}

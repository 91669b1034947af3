import type { Thing } from "@facsimile/mock/things";
import { idIn } from "@facsimile/mock/things";
import type { RawAnswer } from "@facsimile/mock/wire";
import type { WireCase } from "../cases/case.js";
import { type ChainRun, call } from "../chains/chain-run.js";
import { withFreshBody } from "../chains/fresh-body.js";
import { isHarmless, mayHarm } from "../chains/harmless.js";
import { bound } from "../chains/known.js";
import { createAgain } from "../chains/steps/create.js";
import { findings } from "../oracles/finding.js";
import type { CaseResult } from "../report/report.js";
import { isSuccess } from "../session/exercise.js";
import { type Judged, judgeOutcome } from "../session/judge-attempt.js";
import type { CaseRequest } from "../wire/case-request.js";

/**
 * Sends each case, about things that the server has. What a case creates is deleted at once, so that the next one may create the same; what
 * nobody may lose is not deleted by a case that would succeed.
 */
export async function* runMatrix(
  run: ChainRun,
  cases: readonly WireCase[],
  things: readonly Thing[],
  signal: AbortSignal,
): AsyncGenerator<CaseResult> {
  const deletions = new Set(things.flatMap(({ remove }) => remove ?? []));
  const ofDeletion = (one: WireCase): boolean => deletions.has(one.request.operation);
  for (const one of [...cases.filter((other) => !ofDeletion(other)), ...cases.filter(ofDeletion)]) {
    if (signal.aborted) return;
    if (run.session.isGivenUp(one.request.operation)) {
      yield { name: one.name, findings: [], untried: ["the operation does not come to an end with its answers"] };
    } else if (!(one.valid && ofDeletion(one) && run.session.exercise.hasSuccess(one.request.operation))) {
      yield await runCase(run, one, things);
    }
  }
}

async function runCase(run: ChainRun, one: WireCase, things: readonly Thing[]): Promise<CaseResult> {
  const isCreation = run.creations.creates(one.request.operation) !== undefined;
  // What another method than the document's would do is not known: it is nothing to try on a thing that was there before.
  const isAnother = one.distortion?.method !== undefined;
  const known = isAnother ? new Map([...run.known].filter(([, { isOwn }]) => isOwn)) : run.known;
  const usual = bound(run, one.request, known, isCreation);
  const request = isCreation ? withFreshBody(run, usual, `${run.mark}m${run.session.requests}`) : usual;
  if (!isHarmless(run, request, one.distortion?.method)) return { name: one.name, findings: [], untried: [mayHarm] };
  const attempt: Judged = {
    request,
    valid: one.valid,
    distortion: one.distortion,
    leftToServer: one.leftToServer === true,
    lacksCredential: !one.valid && one.covers.some((key) => key.startsWith("security ")),
    // A request that is not for the operation, such as one with another method, is answered by no response of the operation.
    isUndescribed: one.expected.response === undefined,
  };
  const outcome = await run.session.ask(attempt);
  if (outcome.answer !== undefined) await restore(run, request, outcome.answer, things);
  return { name: one.name, findings: findings("answer", judgeOutcome(outcome, attempt, run.validator)) };
}

/** Takes away what a case created, and makes anew what it took away. */
export async function restore(
  run: ChainRun,
  { operation }: CaseRequest,
  answer: RawAnswer,
  things: readonly Thing[],
): Promise<void> {
  if (!isSuccess(operation, answer.status)) return;
  const created = things.find(({ create }) => create?.operation === operation && create.identifier.from !== "caller");
  const id = created?.create === undefined ? undefined : idIn(answer, created, created.create);
  if (created !== undefined && id !== undefined) {
    run.creations.add({
      thing: created,
      id,
      known: new Map(run.known).set(created.key, { thing: created, id, isOwn: true }),
    });
    await removeCreation(run, created, id);
  }
  const lost = things.find(({ key, remove }) => remove === operation && run.known.has(key));
  const known = lost === undefined ? undefined : run.known.get(lost.key);
  if (lost?.create === undefined || known === undefined || !run.creations.has(lost, known.id)) return;
  run.creations.forget(lost, known.id);
  const made = await createAgain(run, lost, lost.create);
  if (made === undefined) run.known.delete(lost.key);
  else run.known.set(lost.key, { thing: lost, id: made.id, isOwn: true });
}

async function removeCreation(run: ChainRun, thing: Thing, id: string | number): Promise<void> {
  if (thing.remove === undefined) return;
  const called = await call(run, thing.remove, { about: { thing, id } });
  if (called?.isSuccess === true) run.creations.forget(thing, id);
}

import type { Operation } from "@facsimile/document";
import type { Thing } from "@facsimile/mock/things";
import { type ChainRun, call, type Made } from "../chain-run.js";
import { saysGone } from "../says-gone.js";
import { unknownId } from "../unknown-id.js";
import { isListed } from "./list.js";
import { notCalled, outcomeOf, type StepOutcome, statusOf } from "./outcome.js";

/** What says that there is no such thing: RFC 9110, 15.5.5 and 15.5.11. */
const gone: ReadonlySet<number> = new Set([404, 410]);

/** What may be said of an id that nothing has: that it is none, or that one may not ask. */
const refused: ReadonlySet<number> = new Set([400, 403, 404, 410, 422]);

/** An id that nothing has is answered as the document states it. */
export async function unknownThing(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  made: Made,
): Promise<StepOutcome> {
  const id = unknownId(run.document, thing.parameter, made.id, run.validator);
  if (id === undefined) return { findings: [], untried: ["no id could be made up that nothing has"] };
  const called = await call(run, operation, { about: { thing, id }, isWhole: true });
  if (called === undefined) return notCalled;
  const status = called.answer?.status ?? 0;
  const isRefused = called.answer === undefined || !states404(operation) || refused.has(status);
  return outcomeOf([called], isRefused ? [] : [`an id that nothing has got ${status}, and 404 is stated`]);
}

/** Deletes a thing: it is not found any more, no list has it, and it cannot be deleted once more. */
export async function deleteThing(
  run: ChainRun,
  thing: Thing,
  operation: Operation,
  made: Made,
): Promise<StepOutcome & { readonly isDeleted: boolean }> {
  const about = { thing, id: made.id };
  const deleted = await call(run, operation, { about });
  if (deleted === undefined) return { ...notCalled, isDeleted: false };
  if (!deleted.isSuccess) {
    const isLost = gone.has(deleted.answer?.status ?? 0);
    return {
      ...outcomeOf([deleted], isLost ? [`what was created is not found: ${statusOf(deleted)}`] : []),
      isDeleted: false,
    };
  }
  run.creations.forget(thing, made.id);
  const read = thing.read === undefined ? undefined : await call(run, thing.read, { about });
  const listed = thing.list === undefined ? undefined : await isListed(run, thing.list, made.id);
  const again = await call(run, operation, { about });
  const isKept = saysGone(read?.answer);
  const state = [
    ...(read?.isSuccess === true && !isKept ? ["what was deleted is still found"] : []),
    ...(thing.read !== undefined &&
    read?.answer !== undefined &&
    !read.isSuccess &&
    states404(thing.read) &&
    !gone.has(read.answer.status)
      ? [`what was deleted is answered with ${read.answer.status}, and 404 is stated`]
      : []),
    ...(listed === true && !isKept ? ["the list still has what was deleted"] : []),
    ...(again?.isSuccess === true && states404(operation)
      ? [`a second deletion got ${statusOf(again)}, and 404 is stated`]
      : []),
  ];
  return { ...outcomeOf([deleted, read, again], state), isDeleted: true };
}

function states404({ responses }: Operation): boolean {
  return responses.some(({ status }) => status === "404" || status === "410");
}

/** An operation that is about what was deleted. Where it brings the thing back, that is deleted again. */
export async function withDeleted(
  run: ChainRun,
  thing: Thing,
  other: Thing,
  operation: Operation,
  made: Made,
): Promise<StepOutcome> {
  const called = await call(run, operation, { about: { thing: other, id: made.id }, isWhole: true });
  if (called === undefined) return notCalled;
  const read =
    thing.read === undefined || !called.isSuccess
      ? undefined
      : await call(run, thing.read, { about: { thing, id: made.id } });
  if (read?.isSuccess === true && thing.remove !== undefined)
    await call(run, thing.remove, { about: { thing, id: made.id } });
  return outcomeOf([called]);
}

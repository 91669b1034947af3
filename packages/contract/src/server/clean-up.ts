import { type ChainRun, call } from "../chains/chain-run.js";
import type { LeftBehind } from "../chains/creations.js";

/** Deletes what the run created, the newest first. What stays is in the list, with the reason. */
export async function cleanUp(run: ChainRun): Promise<readonly LeftBehind[]> {
  const left: LeftBehind[] = [];
  for (const { thing, id, known } of run.creations.open()) {
    const reason = await remove(run, { thing, id, known });
    if (reason === undefined) run.creations.forget(thing, id);
    else left.push({ operation: thing.create?.operation.id ?? thing.name, id: String(id), reason });
  }
  return left;
}

type Creation = ReturnType<ChainRun["creations"]["open"]>[number];

/** Undefined where it is gone. */
async function remove(run: ChainRun, { thing, id, known }: Creation): Promise<string | undefined> {
  if (thing.remove === undefined) return "the document has nothing that deletes it";
  const called = await call({ ...run, known: new Map(known) }, thing.remove, { about: { thing, id } });
  if (called === undefined) return "there is no credential to delete it with, or the server does not answer";
  const isGone = called.answer?.status === 404 || called.answer?.status === 410;
  return called.isSuccess || isGone ? undefined : `${thing.remove.id} answered ${called.answer?.status ?? "nothing"}`;
}

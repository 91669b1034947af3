import { child } from "../../load/pointer.js";
import type { Context } from "../context.js";
import type { OperationDraft } from "../operations.js";
import { readChosenName, takeChosen, whyImpossible } from "./chosen.js";
import type { Claims, Owner } from "./claims.js";
import { pathName } from "./path-name.js";
import { camelCase } from "./spelling.js";

/** An operation on its way to a name. */
interface Candidate {
  readonly draft: OperationDraft;
  readonly owner: Owner;
  readonly chosen: string | undefined;
  /** What its operationId becomes; undefined where it has none, or no name can be made of it. */
  readonly own: string | undefined;
  /** The name of its method and path. */
  readonly path: string;
}

/**
 * Gives each operation a name of its own. An operationId that is spelled as a name keeps it, the first of them in the document; then come those
 * that `x-facsimile-name` chooses, and ids that become a name. What has none after that is named for its method and path.
 *
 * @returns the names, in the order of the operations
 */
export function nameOperations(context: Context, claims: Claims, drafts: readonly OperationDraft[]): readonly string[] {
  const candidates = drafts.map((draft) => candidateOf(context, draft));
  const names = new Map<Candidate, string>();
  const take = (candidate: Candidate, name: string | undefined): void => {
    if (name !== undefined && !names.has(candidate) && claims.take(name, candidate.owner)) names.set(candidate, name);
  };
  for (const one of candidates) if (one.chosen === undefined && isExact(one)) take(one, one.own);
  for (const one of candidates) {
    if (one.chosen !== undefined && takeChosen(context, claims, one.chosen, one.owner)) names.set(one, one.chosen);
  }
  for (const one of candidates) if (isExact(one)) take(one, one.own);
  for (const one of candidates) take(one, one.own);
  const rest = candidates.filter((one) => !names.has(one));
  const others = new Map(rest.map((one) => [one, claims.ownerOf(one.own ?? one.path)]));
  for (const one of rest) take(one, one.path);
  for (const one of rest) if (!names.has(one)) names.set(one, claims.takeNumbered(one.path, one.owner));
  for (const one of rest) report(context, one, names.get(one) ?? "", others.get(one));
  return candidates.map((one) => names.get(one) ?? one.path);
}

function candidateOf(context: Context, draft: OperationDraft): Candidate {
  const { method, pathKey, pointer, operationId = "" } = draft;
  const own = camelCase(operationId);
  return {
    draft,
    owner: ownerOf(context, draft),
    chosen: readChosenName(context, draft.chosenName, pointer),
    own: own === "" || whyImpossible(own) !== undefined ? undefined : own,
    path: pathName(method, pathKey),
  };
}

/** An operation, for messages. */
function ownerOf(context: Context, { label, pointer }: OperationDraft): Owner {
  return { words: () => `${label} (line ${context.document.locate(pointer).line})`, pointer };
}

function isExact({ draft, own }: Candidate): boolean {
  return own === draft.operationId;
}

function report(context: Context, { draft, own }: Candidate, name: string, other: Owner | undefined): void {
  const { label: subject, pointer, operationId } = draft;
  const called = `is called ${name}, after its method and path`;
  const choose = "or choose a name by x-facsimile-name";
  if (operationId === undefined) {
    const taken = other === undefined ? "" : ` The name without the number is that of ${other.words()}.`;
    const message = `The operation ${subject} has no operationId: it ${called}.${taken}`;
    context.report("operation-id-missing", pointer, message, `Add an operationId such as listUsers, ${choose}.`);
    return;
  }
  const place = child(pointer, "operationId");
  if (own === undefined) {
    const reason = whyImpossible(camelCase(operationId)) ?? "it has neither letters nor digits";
    const message = `No name can be made of the operationId "${operationId}": ${reason}. ${subject} ${called}.`;
    context.report("operation-id-unusable", place, message, `Write an operationId such as listUsers, ${choose}.`);
    return;
  }
  const becomes = own === operationId ? "is also the name" : `becomes ${own}, which is the name`;
  const message = `The operationId "${operationId}" ${becomes} of ${other?.words() ?? "another"}. ${subject} ${called}.`;
  context.report("operation-id-duplicate", place, message, `Give each operation an id of its own, ${choose}.`);
}

import type { ReceivedOperation } from "../api.js";
import type { Context } from "../context.js";
import { whyImpossible } from "../names/chosen.js";
import { Claims, type Owner } from "../names/claims.js";
import { camelCase, capitalize } from "../names/spelling.js";
import type { ReceivedDraft } from "./draft.js";

/**
 * Names what a package receives: by `x-facsimile-name`, else the operationId, else the key, in camel case. Of several with one name the first keeps it;
 * the others have the method, and callbacks their operation, in theirs. They are names of a module of its own, in which no others are.
 */
export function nameReceived(
  context: Context,
  drafts: readonly ReceivedDraft[],
): readonly Omit<ReceivedOperation, "marks">[] {
  const handlers = new Claims();
  const types = new Claims();
  return drafts.map((draft) => {
    const name = handlerName(context, handlers, draft);
    const start = capitalize(name);
    const take = (wanted: string): string => types.takeFirst([wanted], { words: () => "", pointer: "" });
    const eventName = take(start.endsWith("Event") ? start : `${start}Event`);
    return { ...draft, name, eventName, answerName: take(`${start}Answer`) };
  });
}

function handlerName(context: Context, claims: Claims, draft: ReceivedDraft): string {
  const { operation, sender, key } = draft;
  const { method, pointer } = operation;
  const own = [operation.chosenName, nameOf(operation.id), nameOf(key)].find((name) => name !== undefined) ?? "webhook";
  const longer = sender === undefined ? `${own}${capitalize(method)}` : `${sender.name}${capitalize(own)}`;
  const owner = { words: () => `the ${wordsOf(draft)} (line ${context.document.locate(pointer).line})`, pointer };
  const other = claims.ownerOf(own);
  const name = claims.takeFirst([own, longer], owner);
  if (other !== undefined) report(context, owner, name, `${own} is the name of ${other.words()}`);
  else if (own === "webhook" && key !== own)
    report(context, owner, name, "there are neither letters nor digits in its key");
  return name;
}

/** Undefined where nothing can be called so. */
function nameOf(text: string | undefined): string | undefined {
  const name = camelCase(text ?? "");
  return name === "" || whyImpossible(name) !== undefined ? undefined : name;
}

function wordsOf({ sender, key }: ReceivedDraft): string {
  return sender === undefined ? `webhook "${key}"` : `callback "${key}" of ${sender.name}`;
}

function report(context: Context, { words, pointer }: Owner, name: string, reason: string): void {
  const message = `${capitalize(words())} is called ${name} in the package: ${reason}.`;
  const fix = "Give it an operationId of its own, or choose a name by x-facsimile-name.";
  context.report("webhook-name-changed", pointer, message, fix);
}

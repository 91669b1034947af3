import type { Json } from "@facsimile/document";
import { examplesAt, makeValue } from "@facsimile/samples";
import { asId, type Id } from "../things/identify.js";
import type { Thing } from "../things/thing.js";
import type { StateContext } from "./context.js";

/** More are not tried: what does not fit by then does not fit the document. */
const mostTries = 50;

/**
 * An identifier for a new thing of a scope, like the one of the example, that fits the parameter of its path, and that was not given to another, even to
 * one that is gone.
 *
 * @param example - the one that the example of the answer has
 */
export function makeId(context: StateContext, thing: Thing, scope: string, example: unknown): Id {
  const { store } = context;
  const shown = asId(example);
  const like = shown !== undefined && fits(context, thing, shown) ? shown : exampleOf(context, thing);
  const ids = store.idsFor(thing, scope, like);
  const isTaken = (id: string): boolean => store.get(thing, scope, id) !== undefined || store.isRemoved(scope, id);
  let tries = 0;
  for (;;) {
    const id = ids.next().value;
    if (isTaken(String(id))) continue;
    tries += 1;
    if (tries > mostTries || fits(context, thing, id)) return id;
  }
}

function exampleOf({ document, validator }: StateContext, { parameter }: Thing): Id {
  const [stated] = examplesAt(document.json, parameter.pointer);
  const options = { direction: "request", size: "maximal" } as const;
  const made = stated ?? makeValue(document.json, validator(), parameter.schema, options);
  return ("value" in made ? asId(made.value) : undefined) ?? "1";
}

/** Whether the path of the thing may have it: a number is text there. */
function fits({ validator }: StateContext, { parameter }: Thing, id: Id): boolean {
  const isAllowed = (value: Json): boolean => {
    try {
      return validator().allows(parameter.schema.pointer, "request", value).length === 0;
    } catch {
      return true;
    }
  };
  return isAllowed(id) || isAllowed(String(id)) || (/^\d+$/.test(String(id)) && isAllowed(Number(id)));
}

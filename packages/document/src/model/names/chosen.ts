import type { Json } from "../../load/document.js";
import { child } from "../../load/pointer.js";
import type { Context } from "../context.js";
import { readText } from "../extensions.js";
import { isName } from "./characters.js";
import type { Claims, Owner } from "./claims.js";

export const chosenKey = "x-facsimile-name";

/**
 * The name that the document chooses for an operation or a schema by `x-facsimile-name`; undefined where it chooses none, or one that nothing can
 * have, which is said.
 *
 * @param pointer - of what has the extension
 * @param impossible - why it cannot have a name
 */
export function readChosenName(
  context: Context,
  value: Json | undefined,
  pointer: string,
  impossible: (name: string) => string | undefined = whyImpossible,
): string | undefined {
  const place = child(pointer, chosenKey);
  const name = readText(context, value, place);
  if (name === undefined) return undefined;
  const reason = isName(name) ? impossible(name) : "it is no identifier of ECMAScript";
  if (reason === undefined) return name;
  const message = `Nothing in a package can be called "${name}": ${reason}. The choice is ignored.`;
  context.report("extension-invalid", place, message, "Choose another name, such as listUsers or User.");
  return undefined;
}

/** Why a name does harm wherever it stands. */
export function whyImpossible(name: string): string | undefined {
  if (name === "then") return "what has a method then is taken for a promise, and never settles";
  if (name === "__proto__") return "it stands for the prototype of an object";
  return undefined;
}

/** Whether a chosen name was free, and now is the owner's; says so where it was not. */
export function takeChosen(context: Context, claims: Claims, name: string, owner: Owner): boolean {
  const other = claims.ownerOf(name);
  if (claims.take(name, owner) || other === undefined) return true;
  const message = `The name "${name}" is that of ${other.words()}. The choice is ignored.`;
  const fix = "Choose another name, or one for that as well.";
  context.report("extension-invalid", child(owner.pointer, chosenKey), message, fix);
  return false;
}

import type { Json } from "../../load/document.js";
import { child } from "../../load/pointer.js";
import type { Context } from "../context.js";
import { readText } from "../extensions.js";
import { chosenKey } from "./chosen.js";
import { Claims, type Owner } from "./claims.js";

export interface NamedScheme {
  readonly name: string;
  /** `x-facsimile-name`, as written. */
  readonly chosen: Json | undefined;
  readonly pointer: string;
}

/**
 * The names under which credentials are given, by the keys of their schemes: the key itself, unless `x-facsimile-name` chooses another. A key that every
 * object has a member of, such as `constructor`, has `Credential` after it: the member could not be told from a credential.
 */
export function nameCredentials(context: Context, schemes: readonly NamedScheme[]): ReadonlyMap<string, string> {
  const claims = new Claims();
  const names = new Map<string, string>();
  const take = ({ name, pointer }: NamedScheme, wanted: string): boolean => {
    const isFree = claims.take(wanted, { words: () => `the security scheme "${name}"`, pointer });
    if (isFree) names.set(name, wanted);
    return isFree;
  };
  const choices = schemes.map((scheme) => ({ scheme, choice: readChoice(context, scheme) }));
  for (const { scheme, choice } of choices) {
    if (choice === undefined && !isInherited(scheme.name)) take(scheme, scheme.name);
  }
  for (const { scheme, choice } of choices) {
    if (choice === undefined || take(scheme, choice)) continue;
    reportTaken(context, scheme, choice, claims.ownerOf(choice));
    if (!isInherited(scheme.name)) take(scheme, scheme.name);
  }
  for (const { scheme } of choices)
    if (!names.has(scheme.name)) names.set(scheme.name, another(context, claims, scheme));
  return names;
}

function isInherited(name: string): boolean {
  return name in Object.prototype;
}

function another(context: Context, claims: Claims, { name, pointer }: NamedScheme): string {
  const free = claims.takeFirst([`${name}Credential`], { words: () => `the security scheme "${name}"`, pointer });
  const reason = isInherited(name) ? "every object has a member of that name" : "that name is taken";
  const message = `The credential of the security scheme "${name}" is called ${free}: ${reason}.`;
  const fix = "Give the scheme a key of its own, or choose a name by x-facsimile-name.";
  context.report("credential-name-changed", pointer, message, fix);
  return free;
}

function readChoice(context: Context, scheme: NamedScheme): string | undefined {
  const choice = readText(context, scheme.chosen, child(scheme.pointer, chosenKey));
  if (choice === undefined || (choice !== "" && !isInherited(choice))) return choice;
  report(context, scheme, `No credential can be called "${choice}".`);
  return undefined;
}

function reportTaken(context: Context, scheme: NamedScheme, choice: string, other: Owner | undefined): void {
  const message = `The credential of "${scheme.name}" cannot be called "${choice}", as that of ${other?.words() ?? "another"} is.`;
  report(context, scheme, message);
}

function report(context: Context, { pointer }: NamedScheme, message: string): void {
  const fix = "Choose another name, such as apiKey.";
  context.report("extension-invalid", child(pointer, chosenKey), `${message} The choice is ignored.`, fix);
}

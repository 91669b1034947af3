import type { Json } from "../../load/document.js";
import { child } from "../../load/pointer.js";
import type { Context } from "../context.js";
import { readText } from "../extensions.js";
import { chosenKey } from "./chosen.js";
import { Claims } from "./claims.js";

export interface NamedScheme {
  readonly name: string;
  /** `x-facsimile-name`, as written. */
  readonly chosen: Json | undefined;
  readonly pointer: string;
}

/** The names under which credentials are given, by the keys of their schemes: the key itself, unless `x-facsimile-name` chooses another. */
export function nameCredentials(context: Context, schemes: readonly NamedScheme[]): ReadonlyMap<string, string> {
  const claims = new Claims();
  const choices = schemes.map((scheme) => ({ ...scheme, choice: readChoice(context, scheme) }));
  const owner = ({ name, pointer }: NamedScheme) => ({ text: `the security scheme "${name}"`, pointer });
  for (const scheme of choices) if (scheme.choice === undefined) claims.take(scheme.name, owner(scheme));
  return new Map(
    choices.map((scheme) => {
      const { name, choice } = scheme;
      const other = choice === undefined ? undefined : claims.ownerOf(choice);
      if (choice === undefined || claims.take(choice, owner(scheme))) return [name, choice ?? name];
      report(context, scheme, `The credential of "${name}" cannot be called "${choice}", as that of ${other?.text}.`);
      return [name, name];
    }),
  );
}

function readChoice(context: Context, scheme: NamedScheme): string | undefined {
  const choice = readText(context, scheme.chosen, child(scheme.pointer, chosenKey));
  if (choice !== "" && choice !== "__proto__") return choice;
  report(context, scheme, `No credential can be called "${choice}".`);
  return undefined;
}

function report(context: Context, { pointer }: NamedScheme, message: string): void {
  const fix = "Choose another name, such as apiKey.";
  context.report("extension-invalid", child(pointer, chosenKey), `${message} The choice is ignored.`, fix);
}

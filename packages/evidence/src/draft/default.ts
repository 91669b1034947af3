import type { FactValue } from "../facts/fact.js";
import { parseType } from "../facts/parse-type.js";
import { modelsIn } from "../facts/type-expression.js";
import { snakeCase, squashed } from "../families/spelling.js";
import type { Building, Drafting } from "./drafting.js";

/** The documented default of a parameter or a property. Where the page gives the SDK's name of it, the value that is called so, and a question. */
export function draftDefault(drafting: Drafting, of: readonly string[], type: FactValue, pointer: string): Building {
  const { facts } = drafting;
  const value = facts.value(...of, "default");
  if (value !== undefined) return { default: value };
  const member = facts.value(...of, "default-name");
  if (member === undefined) return {};
  drafting.ask(pointer, `Its default is what the SDK calls ${String(member)}: which value is that?`);
  const values = valuesOf(drafting, type);
  if (values.length === 0) return { default: likelyValue(String(member)) };
  const found = values
    .filter((each) => squashed(String(member)).endsWith(squashed(String(each))))
    .toSorted((a, b) => String(b).length - String(a).length)[0];
  return found === undefined ? {} : { default: found };
}

/** Where no page lists the values, the likeliest one: `RoleEnum.Developer` and `Developer` are `developer`. */
function likelyValue(member: string): string {
  const name = member.split(/[.:]/).at(-1) ?? member;
  return /^(?:\p{Lu}[\p{Ll}\d]+)+$/u.test(name) ? snakeCase(name) : name;
}

function valuesOf({ facts }: Drafting, type: FactValue): readonly FactValue[] {
  return modelsIn(parseType(String(type))).flatMap((model) => facts.list("model", model, "enum"));
}

import type { Pairs } from "../exchange.js";
import { listAt, member, textAt } from "../json-member.js";
import { known } from "../placeholder.js";
import { isSensitivePair } from "../secret-places.js";
import type { Variables } from "./variables.js";

/** What the parts of a collection are read with. */
export interface Collection {
  readonly variables: Variables;
  /** Takes texts that are never to be shown. */
  readonly learn: (secrets: readonly string[]) => void;
}

/**
 * The pairs under a key. Postman keeps those that are switched off, which were not sent; they may be secrets all the same. What a variable without a value
 * stands for is not known.
 */
export function pairsIn({ variables, learn }: Collection, value: unknown, key: string): Pairs {
  const list = member(value, key);
  const given = typeof list === "string" ? headerLines(list) : listAt(value, key).flatMap(pairOf);
  return given.flatMap(({ name, value: text, isSent }) => {
    const resolved = variables.resolve(text);
    if (isSensitivePair(name)) learn([resolved]);
    return isSent ? [[name, known(resolved)] as const] : [];
  });
}

interface Given {
  readonly name: string;
  readonly value: string;
  readonly isSent: boolean;
}

function pairOf(item: unknown): readonly Given[] {
  const name = textAt(item, "key");
  const value = textAt(item, "value") ?? "";
  return name === undefined || name === "" ? [] : [{ name, value, isSent: member(item, "disabled") !== true }];
}

/** Headers of the format 2.0 may be one text. */
function headerLines(text: string): readonly Given[] {
  return text.split("\n").flatMap((line) => {
    const mark = line.indexOf(":");
    return mark < 1 ? [] : [{ name: line.slice(0, mark).trim(), value: line.slice(mark + 1).trim(), isSent: true }];
  });
}

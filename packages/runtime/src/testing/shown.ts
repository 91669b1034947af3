import { inspect } from "node:util";

/** All texts that a value holds or is shown as: to a person, to a logger, to an error tracker. */
export function textsOf(value: unknown, seen: Set<unknown> = new Set()): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const named = value instanceof Headers ? [...value].flat() : Object.getOwnPropertyNames(value);
  const members = Object.getOwnPropertyNames(value).map((name): unknown => Reflect.get(value, name));
  const shown = [
    inspect(value, { depth: 9, showHidden: true }),
    JSON.stringify(value) ?? "",
    String(Object(value).message),
  ];
  return [...shown, ...named, ...members.flatMap((member) => textsOf(member, seen))];
}

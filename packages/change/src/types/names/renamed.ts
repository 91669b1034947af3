import type { Export } from "./exports.js";

/**
 * What exports that are gone are called now: the type that has taken the place of one where something was compared, or else the only
 * declaration that differs in nothing but its name.
 */
export function findRenamed(
  gone: readonly Export[],
  fresh: readonly Export[],
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<string, Export> {
  const byName = new Map(fresh.map((one) => [one.name, one]));
  const found = new Map<string, Export>();
  const free = new Set(fresh);
  const claim = (name: string, other: Export | undefined): void => {
    if (other !== undefined && free.delete(other)) found.set(name, other);
  };
  for (const { name } of gone) claim(name, byName.get(renamed.get(name) ?? ""));
  const byText = onlyByText([...free]);
  const left = onlyByText(gone.filter(({ name }) => !found.has(name)));
  for (const [text, { name }] of left) claim(name, byText.get(text));
  return found;
}

function onlyByText(exports: readonly Export[]): ReadonlyMap<string, Export> {
  const found = new Map<string, Export>();
  const twice = new Set<string>();
  for (const one of exports) {
    const text = textOf(one);
    if (text === undefined) continue;
    if (found.has(text)) twice.add(text);
    else found.set(text, one);
  }
  for (const text of twice) found.delete(text);
  return found;
}

/** A declaration without its name; undefined where it says too little to know it by. */
function textOf({ name, declaration }: Export): string | undefined {
  if (declaration === undefined) return undefined;
  const text = declaration.getText();
  const at = text.indexOf(name);
  const rest = at < 0 ? text : text.slice(0, at) + text.slice(at + name.length);
  return rest.length < 40 ? undefined : rest;
}

import type { Finding } from "../contract-corpus/hold.js";

/** A finding by its place in its document. */
export interface Placed {
  /** `12`, or `tags/list.yml:12` in a document of several files, from where these part. */
  readonly place: string;
  readonly message: string;
}

export function placed(findings: readonly Finding[]): readonly Placed[] {
  const folder = commonFolder(findings.map(({ at }) => at));
  return findings.map(({ at, message }) => {
    return { place: at.slice(folder.length).replace(/^[^/]*:(?=\d+$)/, ""), message };
  });
}

function commonFolder(places: readonly string[]): string {
  const [first = "", ...others] = places.map((place) => place.slice(0, place.lastIndexOf("/") + 1));
  let common = first;
  while (!others.every((folder) => folder.startsWith(common)))
    common = common.slice(0, common.lastIndexOf("/", common.length - 2) + 1);
  return common;
}

/** Each place once, in order, with the names of its examples. */
export function placesOf(found: readonly Placed[]): string {
  const names = new Map<string, string[]>();
  const byPlace = new Intl.Collator("en", { numeric: true });
  for (const { place, message } of [...found].sort((left, right) => byPlace.compare(left.place, right.place)))
    names.set(place, [...(names.get(place) ?? []), ...nameIn(message)]);
  return [...names].map(([place, all]) => [place, ...all.map((name) => `\`${name}\``)].join(" ")).join(", ");
}

/** The name of the example that a finding is about, where it tells one from others. */
function nameIn(message: string): readonly string[] {
  const [, name] = /^The example (.+?) (?:does not fit|is a \$ref|has a \$ref)/.exec(message) ?? [];
  return name === undefined || name === "default" || name === "response" ? [] : [name];
}

import { basename, dirname, extname, relative, sep } from "node:path";
import { isObject } from "../object.js";
import { member } from "../pointer.js";
import type { Source } from "../source.js";
import type { Place } from "./locate.js";
import { type PlaceWords, wordsOfPlace } from "./place-words.js";

/** Longer titles are sentences and no names. */
const longestTitle = 40;

/** Names of files and folders that say what kind of thing is in them, and not which. */
const saysNothing = new Set([
  "index",
  "components",
  "definitions",
  "examples",
  "headers",
  "models",
  "parameters",
  "paths",
  "requestBodies",
  "resources",
  "responses",
  "schemas",
]);

/**
 * Names for places that become components of one section. The same places get the same names, in whatever order the references to them stand:
 * the name that a place has by itself, or with more of what is around it where another has that name.
 */
export function namePlaces(places: readonly Place[], root: Source, taken: Iterable<string>): Map<Place, string> {
  const sorted = places
    .map((place) => ({ place, order: orderOf(place, root) }))
    .sort((one, other) => compare(one.order, other.order));
  const titles = countTitles(places);
  const names = new Names(taken);
  return new Map(sorted.map(({ place }) => [place, names.choose(candidatesFor(place, root, titles))]));
}

/** Gives each name once. */
export class Names {
  private readonly taken: Set<string>;
  /** The last number that was given to a name. */
  private readonly numbers = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken);
  }

  /** The first of the candidates that is free, else the last one with a number. */
  choose(candidates: readonly string[]): string {
    const free = candidates.find((candidate) => !this.taken.has(candidate));
    const name = free ?? this.numbered(candidates.at(-1) ?? "Component");
    this.taken.add(name);
    return name;
  }

  private numbered(name: string): string {
    let number = (this.numbers.get(name) ?? 1) + 1;
    while (this.taken.has(`${name}_${number}`)) number++;
    this.numbers.set(name, number);
    return `${name}_${number}`;
  }
}

/** The document itself first, then the other files by their paths. */
function orderOf({ source, pointer }: Place, root: Source): readonly string[] {
  return [source === root ? "" : pathFrom(root, source), pointer];
}

function compare(
  [file = "", pointer = ""]: readonly string[],
  [otherFile = "", otherPointer = ""]: readonly string[],
): number {
  if (file !== otherFile) return file < otherFile ? -1 : 1;
  return pointer < otherPointer ? -1 : pointer > otherPointer ? 1 : 0;
}

function pathFrom(root: Source, source: Source): string {
  return relative(dirname(root.path), source.path).split(sep).join("/");
}

function candidatesFor(place: Place, root: Source, titles: ReadonlyMap<string, number>): string[] {
  const described = wordsOfPlace(place);
  const { words, brief, around, mediaType } = described;
  const folders = place.source === root ? [] : foldersOf(root, place.source);
  const ways = [
    brief,
    words,
    ...(mediaType === undefined ? [] : [[...words, subtypeOf(mediaType)]]),
    [...around, ...words],
    ...prefixed(
      folders.filter((folder) => !saysNothing.has(folder)),
      words,
    ),
    ...prefixed(folders, words),
  ];
  const names = ways.map(join).filter((name) => name !== "" && !saysNothing.has(name));
  return [...titled(place, described, titles), ...names];
}

/** A title of several words says what a schema is. One of a single word says it where there is no better word. */
function titled(
  place: Place,
  { brief, isNameless, isEntry }: PlaceWords,
  titles: ReadonlyMap<string, number>,
): string[] {
  const title = isEntry ? undefined : titleOf(place);
  if (title === undefined) return [];
  if (/.\p{Lu}/u.test(title)) return titles.get(title) === 1 ? [title] : [];
  return isNameless ? [join([...brief.slice(0, -1), title])] : [];
}

/** With ever more of the folders around, from the nearest. */
function prefixed(folders: readonly string[], words: readonly string[]): string[][] {
  return folders.map((_, index) => [...folders.slice(folders.length - index - 1), ...words]);
}

/** The file, which the words may begin with already, and the folders that it is in, from the outermost. */
function foldersOf(root: Source, source: Source): string[] {
  return pathFrom(root, source)
    .split("/")
    .filter((part) => part !== "..")
    .map((part, index, all) => (index === all.length - 1 ? basename(part, extname(part)) : part));
}

/** The name that a schema was given by whoever wrote it, though it is no component. */
function titleOf({ value }: Place): string | undefined {
  if (!isObject(value)) return undefined;
  const title = member(value, "title");
  if (typeof title !== "string" || title.length > longestTitle || !/^\p{L}/u.test(title)) return undefined;
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function countTitles(places: readonly Place[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) {
    const title = titleOf(place);
    if (title !== undefined) counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  return counts;
}

/** `json` of `application/vnd.api+json; charset=utf-8`. */
function subtypeOf(mediaType: string): string {
  return mediaType.split(";")[0]?.split(/[/+.]/).at(-1) ?? "";
}

/** OpenAPI 3.1.1, 4.8.7, allows letters, digits, dot, hyphen and underscore; letters of other alphabets stay readable. */
function join(words: readonly string[]): string {
  return words
    .filter((word, index) => word !== words[index - 1])
    .map((word) => word.replaceAll(/[^\p{L}\p{N}._-]+/gu, "_").replaceAll(/^_+|(?<!_)_+$/g, ""))
    .filter((word) => word !== "")
    .join("_");
}

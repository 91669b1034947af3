import type { Json } from "@facsimile/document";
import fc from "fast-check";
import { hostileTexts } from "../hostile/hostile-texts.js";

/** One change of a document. Places are told by numbers, which count the values of the document as it then is. */
export interface Mutation {
  readonly kind: (typeof kinds)[number];
  readonly place: number;
  readonly other: number;
  readonly value: Json;
}

const kinds = ["replace", "delete", "duplicate", "rename", "move", "swap", "refer", "nest"] as const;

/** Words that mean something in some place of a document. */
const words = [
  "$ref",
  "allOf",
  "oneOf",
  "properties",
  "items",
  "type",
  "object",
  "null",
  "schema",
  "content",
  "parameters",
  "get",
  "200",
  "default",
  "x-pagination",
  "__proto__",
  "constructor",
  "application/json",
  "path",
  "required",
  "discriminator",
  "enum",
  "#",
  "#/components/schemas",
];

const text = fc.oneof(fc.constantFrom(...words), fc.constantFrom(...hostileTexts.map(([, hostile]) => hostile)));
const value = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    -0,
    1.5,
    2 ** 53,
    "",
    [],
    {},
    [[]],
    [null],
    { $ref: "#" },
    { $ref: "#/components" },
  ),
  text,
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

/** Some changes, one after the other. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), place: fc.nat(1_000_000), other: fc.nat(1_000_000), value }),
  { minLength: 1, maxLength: 4 },
);

export function mutate(document: Json, changes: readonly Mutation[]): Json {
  return changes.reduce<Json>(change, structuredClone(document));
}

/** A member or an item, with what holds it. */
interface Place {
  readonly holder: { [key: string]: Json };
  readonly key: string;
  readonly pointer: string;
}

function change(root: Json, { kind, place, other, value: given }: Mutation): Json {
  const places = placesOf(root);
  const at = places[place % Math.max(1, places.length)];
  const second = places[other % Math.max(1, places.length)];
  if (at === undefined || second === undefined) return given;
  const current = at.holder[at.key] as Json;
  const copied = structuredClone(second.holder[second.key] as Json);
  switch (kind) {
    case "replace":
      return put(root, at, given);
    case "delete":
      return remove(root, at);
    case "duplicate":
      return put(
        root,
        { ...at, key: Array.isArray(at.holder) ? `${at.holder.length}` : `${at.key}2` },
        structuredClone(current),
      );
    case "rename":
      return put(
        remove(root, at),
        { ...at, key: Array.isArray(at.holder) ? at.key : typeof given === "string" ? given : second.key },
        current,
      );
    case "move":
      return put(remove(root, at), second, structuredClone(current));
    case "swap":
      return put(put(root, at, copied), second, structuredClone(current));
    case "refer":
      return put(root, at, { $ref: `#${second.pointer}` });
    case "nest":
      return put(root, at, nested(current, given, 1 + (other % 60)));
  }
}

/** In arrays or objects, so and so deep. */
function nested(inner: Json, by: Json, depth: number): Json {
  let value = inner;
  for (let level = 0; level < depth; level += 1) value = typeof by === "string" ? { [by]: value } : [value];
  return value;
}

function put(root: Json, { holder, key }: Place, value: Json): Json {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  // `__proto__` is a key like any other in a document.
  else Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
  return root;
}

function remove(root: Json, { holder, key }: Place): Json {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return root;
}

function placesOf(root: Json): readonly Place[] {
  const places: Place[] = [];
  const pending: [Json, string][] = [[root, ""]];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [value, pointer] = next;
    if (value === null || typeof value !== "object") continue;
    for (const [key, inner] of Object.entries(value as { [key: string]: Json })) {
      const own = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      places.push({ holder: value as { [key: string]: Json }, key, pointer: own });
      pending.push([inner, own]);
    }
  }
  return places;
}

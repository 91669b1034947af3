import type { Claim, Nothing, Plain, Row, Turned } from "../claims.js";
import { unordered } from "./reasons.js";

/** Members that come and go by themselves: what is told of one is told of each of several. */
export function members(added: Claim, removed: Claim): Row["claims"] {
  return { added: inTurn(added, added), removed: inTurn(removed, removed), ...further(added, removed) };
}

/** Members beside one that is there in any case. Another one is one that came and one that went. */
export function further(added: Claim, removed: Claim): Row["claims"] {
  return {
    "item added": added,
    "item removed": removed,
    "item changed": inTurn(added, removed),
    moved: unordered,
  };
}

/** Two claims at once: told apart by place, or by direction, where one of them is. */
function inTurn(one: Claim, other: Claim): Claim {
  const places = [one, other].flatMap((claim) => (isPlaced(claim) ? Object.keys(claim.at) : []));
  const otherwise = together(atPlace(one, undefined), atPlace(other, undefined));
  if (places.length === 0) return otherwise;
  const at = places.map((place) => [place, together(atPlace(one, place), atPlace(other, place))] as const);
  return { at: Object.fromEntries(at), else: otherwise };
}

function together(one: Plain | Turned, other: Plain | Turned): Plain | Turned {
  if (!isTurned(one) && !isTurned(other)) return both(one, other);
  const [{ request, response }, also] = [turned(one), turned(other)];
  return { request: both(request, also.request), response: both(response, also.response) };
}

function both(one: Plain, other: Plain): Plain {
  if (typeof one === "string" && typeof other === "string") return `${one} ${other}`;
  return typeof one === "string" ? one : other;
}

function turned(claim: Plain | Turned): Turned {
  return isTurned(claim) ? claim : { request: claim, response: claim };
}

function atPlace(claim: Claim, place: string | undefined): Plain | Turned {
  if (!isPlaced(claim)) return claim;
  return (place === undefined ? undefined : claim.at[place]) ?? claim.else;
}

function isPlaced(claim: Claim): claim is Exclude<Claim, string | Nothing | Turned> {
  return typeof claim === "object" && "at" in claim;
}

function isTurned(claim: Plain | Turned): claim is Turned {
  return typeof claim === "object" && "request" in claim;
}

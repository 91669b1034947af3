import type { Found } from "./found.js";
import { type Both, type Editions, found } from "./place.js";
import { type Alternative, alternativesOf, inWords, letsIn, namesOf } from "./security-scheme.js";
import { code } from "./words.js";

/** Compares who is let in: every way of the old edition has to be enough for one of the new edition. */
export function compareSecurity(editions: Editions, operations: Both): readonly Found[] {
  const old = alternativesOf(editions.old, operations.old);
  const next = alternativesOf(editions.new, operations.new);
  const lost = old.filter((has) => !next.some((asks) => letsIn(asks, has)));
  const gained = next.filter((asks) => !old.some((has) => letsIn(has, asks)));
  const became = new Map(lost.map((was) => [was, counterpart(was, gained, next)]));
  const changed = lost.flatMap((was) => changeOf(editions, was, became.get(was)));
  const explained = new Set(became.values());
  const reversed = gained.filter((is) => !explained.has(is)).flatMap((is) => gainOf(editions, is, old, next));
  return [...changed, ...reversed, ...addressesOf(editions, old, next)];
}

/** The new way that an old one most likely became: one that asks for the same and more, else one with the same names. */
function counterpart(
  was: Alternative,
  gained: readonly Alternative[],
  all: readonly Alternative[],
): Alternative | undefined {
  const names = namesOf(was);
  return (
    gained.find((is) => namesOf(is).join() === names.join()) ??
    all.find((is) => names.length > 0 && letsIn(was, is)) ??
    gained.find((is) => names.length > 0 && names.every((name) => namesOf(is).includes(name)))
  );
}

function changeOf(editions: Editions, was: Alternative, is: Alternative | undefined): readonly Found[] {
  const { sent } = editions;
  const all = { old: was, new: is };
  if (was.credentials.size === 0) {
    return [found("credential-required", sent, all, "a credential is needed where none was")];
  }
  if (is === undefined)
    return [found("security-alternative-removed", sent, all, `${inWords(was)} is not enough any more`)];
  if (namesOf(is).length > namesOf(was).length) {
    return [found("security-scheme-joined", sent, all, `${inWords(is)} is needed where ${inWords(was)} was enough`)];
  }
  return [...schemeChanges(editions, was, is), ...scopeChanges(editions, was, is)];
}

function schemeChanges({ sent }: Editions, was: Alternative, is: Alternative): readonly Found[] {
  return [...was.credentials].flatMap(([credential, { name, scheme }]) => {
    if (is.credentials.has(credential)) return [];
    const [became, other] = [...is.credentials].find(([, { name: same }]) => same === name) ?? [];
    return [
      found(
        "security-scheme-changed",
        sent,
        { old: scheme ?? was, new: other?.scheme ?? is },
        `${code(name)} is ${code(became ?? "gone")} now, it was ${code(credential)}`,
      ),
    ];
  });
}

function scopeChanges({ sent }: Editions, was: Alternative, is: Alternative): readonly Found[] {
  return [...is.credentials].flatMap(([credential, { name, scopes }]) => {
    const held = was.credentials.get(credential)?.scopes;
    if (held === undefined) return [];
    const added = [...scopes].filter((scope) => !held.has(scope));
    const removed = [...held].filter((scope) => !scopes.has(scope));
    const places = { old: was, new: is };
    return [
      ...(added.length > 0
        ? [found("scope-added", sent, places, `${code(name)} needs the scope ${added.map(code).join(", ")} now`)]
        : []),
      ...(removed.length > 0
        ? [
            found(
              "scope-removed",
              sent,
              places,
              `${code(name)} needs the scope ${removed.map(code).join(", ")} no more`,
            ),
          ]
        : []),
    ];
  });
}

/** What is safe: the same changes the other way round. */
function gainOf(
  { sent }: Editions,
  is: Alternative,
  old: readonly Alternative[],
  next: readonly Alternative[],
): readonly Found[] {
  const places = { old: old[0], new: is };
  if (is.credentials.size === 0)
    return [found("credential-not-required", sent, places, "no credential is needed any more")];
  const was = old.find((other) => letsIn(is, other) && !next.some((asks) => asks !== is && letsIn(asks, other)));
  if (was === undefined || was.credentials.size === 0)
    return [found("security-alternative-added", sent, places, `${inWords(is)} is enough now`)];
  if (namesOf(was).length > namesOf(is).length) {
    return [
      found(
        "security-scheme-parted",
        sent,
        { old: was, new: is },
        `${inWords(is)} is enough now, where ${inWords(was)} was needed`,
      ),
    ];
  }
  return [found("scope-removed", sent, { old: was, new: is }, `${inWords(is)} needs fewer scopes now`)];
}

/** Where credentials come from: the same credential may have another name. */
function addressesOf(editions: Editions, old: readonly Alternative[], next: readonly Alternative[]): readonly Found[] {
  const after = new Map(next.flatMap(({ credentials }) => [...credentials]));
  const before = new Map(old.flatMap(({ credentials }) => [...credentials]));
  return [...before].flatMap(([credential, was]) => {
    const is = after.get(credential);
    if (was.scheme === undefined || is?.scheme === undefined) return [];
    return compareAddresses(editions, { old: was.scheme, new: is.scheme }, code(is.name));
  });
}

function compareAddresses({ sent }: Editions, both: Both, name: string): readonly Found[] {
  const [before, after] = [urlsOf(both.old.value), urlsOf(both.new.value)];
  const isKept = [...before].every((url) => after.has(url));
  if (isKept && before.size === after.size) return [];
  const [flows, kept] = [flowsOf(both.old.value), flowsOf(both.new.value)];
  const gone = flows.filter((flow) => !kept.includes(flow));
  if (gone.length > 0) {
    const words = `${name} is no longer given by the flow ${gone.map(code).join(" or ")}`;
    return [found("security-scheme-changed", sent, both, words)];
  }
  // Who uses an address that is still there needs no other one.
  const more = isKept ? { class: "safe" as const } : {};
  return [found("authorization-url-changed", sent, both, `the addresses of ${name} are other ones now`, more)];
}

/** The ways to a token of OAuth 2. */
function flowsOf({ flows }: { readonly [key: string]: unknown }): readonly string[] {
  return Object.keys(Object(flows)).filter((flow) => !flow.startsWith("x-"));
}

function urlsOf({ flows, openIdConnectUrl }: { readonly [key: string]: unknown }): ReadonlySet<string> {
  const urls = Object.entries(Object(flows))
    .filter(([flow]) => !flow.startsWith("x-"))
    .map(([flow, each]) => {
      const { authorizationUrl, tokenUrl, deviceAuthorizationUrl } = Object(each);
      return JSON.stringify([flow, authorizationUrl, tokenUrl, deviceAuthorizationUrl]);
    });
  return new Set([...urls, JSON.stringify([openIdConnectUrl])]);
}

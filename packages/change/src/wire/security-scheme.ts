import type { Edition, ObjectNode } from "./edition.js";
import { code } from "./words.js";

/** What a credential is, however its scheme is called: where it travels and what it is made of. */
function credentialOf({ value }: ObjectNode): string {
  switch (value.type) {
    case "apiKey":
      return `apiKey ${value.in} ${value.in === "header" ? String(value.name).toLowerCase() : String(value.name)}`;
    case "http":
      return `http ${String(value.scheme).toLowerCase()}`;
    default:
      return String(value.type);
  }
}

/** The ways to be let in: each is the credentials that are needed at the same time, with the scopes of each. */
export interface Alternative {
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly pointer: string;
}

export interface Credential {
  /** As the document calls it. */
  readonly name: string;
  readonly scopes: ReadonlySet<string>;
  /** The scheme, where the document has one of that name. */
  readonly scheme: ObjectNode | undefined;
}

/** Undefined requirements let everybody in. */
export function alternativesOf(edition: Edition, operation: ObjectNode): readonly Alternative[] {
  const owner = operation.value.security === undefined ? edition.root() : operation;
  const list = edition.member(owner, "security");
  const schemes = edition.object(edition.object(edition.root(), "components"), "securitySchemes");
  const alternatives = edition.items(list).map(({ value, pointer }) => {
    const credentials = new Map<string, Credential>();
    for (const [name, scopes] of Object.entries(value)) {
      const scheme = edition.object(schemes, name);
      const texts = Array.isArray(scopes) ? scopes.filter((scope): scope is string => typeof scope === "string") : [];
      const credential = scheme === undefined ? `unknown ${name}` : credentialOf(scheme);
      // Two of one kind, such as tokens of two servers, are told apart by name.
      credentials.set(credentials.has(credential) ? `${credential} ${name}` : credential, {
        name,
        scopes: new Set(texts),
        scheme,
      });
    }
    return { credentials, pointer };
  });
  return alternatives.length > 0
    ? alternatives
    : [{ credentials: new Map(), pointer: list?.pointer ?? operation.pointer }];
}

/** Whether who is let in by one way is let in by another one: it asks for nothing more. */
export function letsIn(asks: Alternative, has: Alternative): boolean {
  return [...asks.credentials].every(([credential, { scopes }]) => {
    const held = has.credentials.get(credential);
    return held !== undefined && [...scopes].every((scope) => held.scopes.has(scope));
  });
}

/** The names of the schemes that are needed, in order. */
export function namesOf({ credentials }: Alternative): readonly string[] {
  return [...credentials.values()].map(({ name }) => name).sort();
}

export function inWords(alternative: Alternative): string {
  const names = namesOf(alternative);
  return names.length === 0 ? "no credential" : names.map(code).join(" with ");
}

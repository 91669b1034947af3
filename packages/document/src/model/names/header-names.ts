import type { Header, Response } from "../api.js";
import { headerKind } from "../header-kind.js";
import type { Claims } from "./claims.js";
import { pascalCase } from "./spelling.js";

/**
 * Names the types of response headers: one for each set of headers, however many responses have it. `RateLimitToRateRemainingHeaders` is named for
 * the first and the last of them, with a number where that is taken.
 */
export class HeaderNames {
  private readonly names = new Map<string, string>();
  private readonly claims: Claims;

  constructor(claims: Claims) {
    this.claims = claims;
  }

  /** Undefined where a response states no headers. */
  nameOf({ headers }: Pick<Response, "headers">): string | undefined {
    if (headers.length === 0) return undefined;
    const key = JSON.stringify(headers.map((header) => [header.name, header.description, typeKey(header)]));
    const name = this.names.get(key) ?? this.claims.takeFirst([typeName(headers)], { words: () => "", pointer: "" });
    this.names.set(key, name);
    return name;
  }
}

/** What the type of a header depends on. */
function typeKey(header: Header): unknown {
  const kind = headerKind(header);
  return kind === "json" ? header.schema.json : kind;
}

/** The names of headers have no case. */
function typeName(headers: readonly Header[]): string {
  const [first = "", ...others] = headers.map(({ name }) => name.toLowerCase());
  const last = others.at(-1);
  return pascalCase(`${first}${last === undefined ? "" : `-to-${last}`}-headers`);
}

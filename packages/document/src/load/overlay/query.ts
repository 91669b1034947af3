import { JSONPathEnvironment, JSONPathError, type JSONPathQuery } from "json-p3";
import { maxDepth } from "../anchors.js";
import type { Json } from "../document.js";
import type { Path } from "../rewritten/tree.js";
import { patternFunction } from "./pattern-function.js";

/** A JSONPath expression (RFC 9535) that can be asked for the nodes that it selects. */
export interface Query {
  /** The paths of the nodes, in the order of the document; `too-many` where there are more than {@link maxNodes}. */
  select(json: Json): readonly Path[] | "too-many";
}

/** An expression that is none: what is wrong with it. */
export interface NoQuery {
  readonly problem: string;
}

/** Twice the nodes of GitHub's document, one of the largest that are published. Expressions such as `$..*..*` multiply them. */
export const maxNodes = 500_000;

const environment = new JSONPathEnvironment({ maxRecursionDepth: maxDepth + 1 });
// Those of the library take time without end for some patterns and texts.
environment.functionRegister.set("match", patternFunction("whole"));
environment.functionRegister.set("search", patternFunction("part"));

export function readQuery(text: string): Query | NoQuery {
  try {
    const query = environment.compile(text);
    return { select: (json) => select(query, json) };
  } catch (error) {
    if (error instanceof JSONPathError) return { problem: error.message };
    // The library reads what is nested by calling itself.
    if (error instanceof RangeError) return { problem: "it is nested too deeply" };
    throw error;
  }
}

function select(query: JSONPathQuery, json: Json): readonly Path[] | "too-many" {
  const paths = new Map<string, Path>();
  // An expression may select a node many times over.
  let selected = 0;
  // The library changes nothing of what it reads; its type for JSON alone is one that can be written.
  for (const { location } of query.lazyQuery(json as Parameters<JSONPathQuery["lazyQuery"]>[0])) {
    selected += 1;
    if (selected > maxNodes) return "too-many";
    paths.set(JSON.stringify(location), location);
  }
  return [...paths.values()];
}

import type { JsonObject, Location } from "../document.js";
import { isObject } from "../object.js";
import { child, splitLast } from "../pointer.js";
import { Tree } from "../rewritten/tree.js";
import { lowerCookies } from "./cookies.js";
import { lowerExamples } from "./examples.js";
import { lowerQuerystrings } from "./querystring.js";
import { lowerSecurity } from "./security.js";

/** A document in which references lead to components alone. */
interface Bundled {
  readonly json: JsonObject;
  locate(pointer: string): Location;
}

/**
 * Says what OpenAPI 3.2 adds in the words of 3.1, where these have the same meaning: parameters in a query for a `querystring` that is a form, style `form` for `cookie`, keys for URIs of security schemes, and
 * values for the `dataValue` of examples. The rest is read as it is.
 */
export function lower({ json, locate }: Bundled): Bundled {
  const tree = new Tree(json);
  const moved = new Map<string, string>();
  for (const section of ["paths", "webhooks"]) {
    const items = json[section];
    if (isObject(items)) for (const path of Object.keys(items)) lowerQuerystrings(tree, [section, path], moved);
  }
  lowerCookies(tree);
  lowerSecurity(tree);
  lowerExamples(tree);
  return { json: tree.json, locate: (pointer) => locate(follow(moved, pointer)) };
}

/** Where something is written, or what around it moved. */
function follow(moved: ReadonlyMap<string, string>, pointer: string): string {
  if (moved.size === 0) return pointer;
  for (let outer = pointer, rest = ""; outer !== ""; ) {
    const written = moved.get(outer);
    if (written !== undefined) return written + rest;
    const last = splitLast(outer);
    if (last === undefined) break;
    rest = child("", last.key) + rest;
    outer = last.parent;
  }
  return pointer;
}

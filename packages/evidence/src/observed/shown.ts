import { isObject, type JsonObject } from "../spec/json.js";
import { operationsOf } from "../spec/operations.js";
import { isSensitive } from "./secret-places.js";
import { longestShown, type Secrets } from "./secrets.js";

/** What takes the place of a text of a recording that is not shown. */
export const hidden = "…";

/** No path of an API is longer. */
const mostSegments = 30;

/**
 * Decides which texts of a recording may be shown. Values never are. Names are, where the spec has them anyway; others where they look like names and
 * are no secret: keys of maps and names in queries can be anything.
 */
export class Shown {
  readonly #secrets: Secrets;
  readonly #declared: ReadonlySet<string>;

  constructor(secrets: Secrets, json: JsonObject) {
    this.#secrets = secrets;
    this.#declared = namesIn(json);
  }

  /** A name of a parameter, a property or a variable. */
  name(name: string): string {
    if (this.#declared.has(name)) return name;
    const digits = name.replace(/\D/g, "").length;
    const isName = name.length <= 40 && /^[A-Za-z_$@][\w$.[\]-]*$/.test(name) && digits <= 3;
    return isName && !this.#secrets.has(name) ? name : hidden;
  }

  /** A path of words, and no identifiers: what comes after `token` or `password` is one whatever it looks like. */
  path(parts: readonly (string | undefined)[]): string {
    const shown = parts.slice(0, mostSegments).map((part, index) => this.#segment(part, parts[index - 1]));
    return `/${[...shown, ...(parts.length > mostSegments ? [`{${hidden}}`] : [])].join("/")}`;
  }

  #segment(segment: string | undefined, before = ""): string {
    if (segment !== undefined && this.#declared.has(segment)) return segment;
    if (isSensitive(before)) return `{${hidden}}`;
    const isWord = segment !== undefined && /^([a-z]{1,20}([-_.][a-z]{1,20}){0,4}|v\d{1,3})$/i.test(segment);
    return isWord && !this.#secrets.has(segment) ? segment : `{${hidden}}`;
  }

  mediaType(type: string): string {
    if (this.#declared.has(type)) return type;
    const isType = type.length <= longestShown && /^[a-z]+\/[a-z0-9.+-]+$/.test(type);
    return isType && !this.#secrets.has(type) ? type : "another media type";
  }
}

/** Every name that a spec has itself: of properties, parameters, media types and parts of paths. */
function namesIn(json: JsonObject): ReadonlySet<string> {
  const names = new Set(
    operationsOf(json).flatMap(({ path, parameters }) => [...path.split("/"), ...parameters.map(({ name }) => name)]),
  );
  const pending: unknown[] = [json.components, json.paths];
  for (let count = pending.length; count > 0; count = pending.length) {
    const next = pending.pop();
    if (typeof next !== "object" || next === null) continue;
    for (const key of ["properties", "content"]) {
      const named = isObject(next) ? next[key] : undefined;
      if (isObject(named)) for (const name of Object.keys(named)) names.add(name);
    }
    for (const part of Object.values(next)) pending.push(part);
  }
  return names;
}

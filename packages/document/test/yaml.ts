import { parse } from "yaml";

/**
 * The value of a text as the package `yaml` reads it: the reader to ask where js-yaml refuses a text. It takes a closing bracket that stands below its
 * key, and tags that it does not know.
 *
 * @throws YAMLParseError where it refuses the text too
 */
export function loadByYaml(text: string): unknown {
  return parse(text, { logLevel: "silent", maxAliasCount: -1, merge: true });
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isObject } from "@facsimile/document";
import { InputError } from "../input-error.js";
import { parseJson } from "./parse-json.js";

/** What `.changeset/config.json` says, as far as it counts here. */
export interface Configuration {
  /** Default: `main`. */
  readonly baseBranch: string;
  /** Whether changesets do not release a package. */
  isIgnored(name: string): boolean;
}

/** @throws InputError where the file is no JSON */
export async function readConfiguration(root: string): Promise<Configuration> {
  const file = join(root, ".changeset", "config.json");
  const config = parseJson(await readFile(file, "utf8").catch(() => "{}"));
  if (config === undefined) throw new InputError(`${file}: is no JSON`);
  const { baseBranch, ignore } = isObject(config) ? config : {};
  const ignored = Array.isArray(ignore) ? ignore.filter((one) => typeof one === "string").map(patternOf) : [];
  return {
    baseBranch: typeof baseBranch === "string" ? baseBranch : "main",
    isIgnored: (name) => ignored.some((pattern) => pattern.test(name)),
  };
}

/** `*` stands for any text without a slash, `**` for any text: `@acme/*`. */
function patternOf(glob: string): RegExp {
  const parts = glob.split(/(\*+)/).map((part) => {
    if (part.startsWith("*")) return part.length > 1 ? ".*" : "[^/]*";
    return part.replaceAll(/[.+?^${}()|[\]\\/]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}

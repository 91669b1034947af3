import { basename, dirname } from "node:path";
import { toPackageName } from "@facsimile/codegen";
import { type InitPlan, writtenOnce } from "./plan.js";
import { printLike } from "./print-like.js";

/** The scripts that `init` adds, by name. */
const initScripts: Readonly<Record<string, string>> = {
  "api:generate": "facsimile generate",
  "api:check": "facsimile generate --check",
  "api:mock": "facsimile mock",
};

/** A package.json, as far as `init` looks at it. */
export interface PackageJson {
  readonly name: string | undefined;
  /** What `packageManager` names, as `pnpm@10.1.0`. */
  readonly manager: string;
  /** Whether npm installs `facsimile` already. */
  readonly hasFacsimile: boolean;
  /** The patterns of its workspaces. */
  readonly workspaces: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/** @throws Error for a text that is no JSON object */
export function readPackageJson(path: string, text: string | undefined): PackageJson {
  const members = text === undefined ? {} : parse(path, text);
  const { name, packageManager: manager, workspaces } = members;
  const listed = isMembers(workspaces) ? workspaces.packages : workspaces;
  const dependencies = [members.dependencies, members.devDependencies].filter(isMembers);
  return {
    name: typeof name === "string" ? name : undefined,
    manager: typeof manager === "string" ? manager : "",
    hasFacsimile: dependencies.some((one) => Object.hasOwn(one, "facsimile")),
    workspaces: Array.isArray(listed) ? listed.filter((one) => typeof one === "string") : [],
  };
}

/**
 * Adds what is missing of the scripts, in the style of the file. Scripts that are there stay.
 *
 * @throws Error for a text that is no JSON object, or has scripts of another form
 */
export function planScripts(path: string, text: string | undefined): InitPlan {
  const about = `scripts ${Object.keys(initScripts).join(", ")}`;
  // Tools that list the packages of a repository want a name.
  const name = toPackageName(basename(dirname(path)));
  if (text === undefined)
    return writtenOnce(path, undefined, printLike({ name, private: true, scripts: initScripts }), about);
  const members = parse(path, text);
  const { scripts = {} } = members;
  if (!isMembers(scripts)) throw new Error(`${path}: "scripts" is no object. Mend it first; nothing was written.`);
  const missing = Object.entries(initScripts).filter(([name]) => !Object.hasOwn(scripts, name));
  const taken = Object.entries(initScripts).filter(
    ([name, run]) => Object.hasOwn(scripts, name) && scripts[name] !== run,
  );
  const left = taken.map(([name]) => ({ path, reason: `has a script ${name} of its own` }));
  if (missing.length === 0) return { files: [], left: left.length > 0 ? left : [{ path, reason: "has the scripts" }] };
  const added = { ...members, scripts: { ...scripts, ...Object.fromEntries(missing) } };
  const names = `scripts ${missing.map(([name]) => name).join(", ")}`;
  return { files: [{ path, text: printLike(added, text), before: text, about: names }], left };
}

function parse(path: string, text: string): Members {
  let value: unknown;
  try {
    // npm reads it with a byte order mark too.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const [cause] = String(error instanceof Error ? error.message : error).split("\n");
    throw new Error(`${path}: it is no JSON (${cause}). Mend it first; nothing was written.`);
  }
  if (!isMembers(value)) throw new Error(`${path}: it is no JSON object. Mend it first; nothing was written.`);
  return value;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

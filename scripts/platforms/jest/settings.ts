import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../../repository.js";

/** The files `jest.config.js` that the README of the runtime has for those who need one. */
export interface JestSettings {
  readonly babel: string;
  readonly tsJest: string;
}

/** Reads them from where users read them. */
export async function readSettings(): Promise<JestSettings> {
  const readme = await readFile(path.join(root, "packages", "runtime", "README.md"), "utf8");
  const [, section = ""] = readme.split("\n## Jest\n");
  const [own = ""] = section.split("\n## ");
  const [babel, tsJest] = [...own.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = ""]) => code);
  if (babel === undefined || tsJest === undefined)
    throw new Error("the README of the runtime has no settings for Jest");
  return { babel, tsJest };
}

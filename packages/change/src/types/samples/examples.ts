import { readdir, readFile } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Sample } from "./sample.js";

/** The programs below a folder that use a package, by their names. None, where there is no such folder. */
export async function readExamples(folder: string, packageName: string): Promise<readonly Sample[]> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  const programs = names.filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.split(sep).includes("node_modules"));
  const samples = programs.sort().map(async (name) => ({
    name: `examples/${name.split(sep).join("/")}`,
    text: await readFile(join(folder, name), "utf8"),
  }));
  const uses = (text: string): boolean => text.includes(`"${packageName}"`) || text.includes(`"${packageName}/`);
  return (await Promise.all(samples)).filter(({ text }) => uses(text));
}

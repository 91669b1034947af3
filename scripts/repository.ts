import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folder that holds package.json, specs and packages. */
export const root: string = path.dirname(import.meta.dirname);

/** The providers, by the name of their folder under specs, in alphabetical order. */
export function listProviders(): string[] {
  const specs = path.join(root, "specs");
  return readdirSync(specs)
    .filter((name) => existsSync(path.join(specs, name, "openapi.yaml")))
    .sort();
}

/** Those whose document is written here, of documentation; the others publish theirs, and it is what it is. */
export function listDocumented(): string[] {
  return listProviders().filter((name) => existsSync(path.join(root, "specs", name, "evidence.json")));
}

/** The packages that are written by hand: every workspace that is not a provider's. */
export function listTools(): string[] {
  const providers = new Set(listProviders());
  return readdirSync(path.join(root, "packages"))
    .filter((name) => existsSync(path.join(root, "packages", name, "package.json")) && !providers.has(name))
    .sort();
}

/** The npm name of a workspace, by its folder under packages. */
export function workspaceOf(folder: string): string {
  // Every package.json of this repository has a name.
  const manifest = JSON.parse(readFileSync(path.join(root, "packages", folder, "package.json"), "utf8")) as {
    readonly name: string;
  };
  return manifest.name;
}

export function specOf(provider: string): string {
  return path.join("specs", provider, "openapi.yaml");
}

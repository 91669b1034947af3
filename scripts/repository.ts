import { existsSync, readdirSync } from "node:fs";
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

/** The packages that are written by hand: every workspace that is not a provider's. */
export function listTools(): string[] {
  const providers = new Set(listProviders());
  return readdirSync(path.join(root, "packages"))
    .filter((name) => existsSync(path.join(root, "packages", name, "package.json")) && !providers.has(name))
    .sort();
}

export function specOf(provider: string): string {
  return path.join("specs", provider, "openapi.yaml");
}

import { readFile } from "node:fs/promises";

/** What the package.json of this package says. */
export interface OwnManifest {
  readonly version: string;
  /** Where mistakes are reported. */
  readonly bugs: string;
}

export async function ownManifest(): Promise<OwnManifest> {
  const manifest: unknown = JSON.parse(await readFile(new URL("../package.json", import.meta.url), "utf8"));
  const members = typeof manifest === "object" && manifest !== null ? manifest : {};
  const text = (name: string): string =>
    Object.hasOwn(members, name) ? String(Reflect.get(members, name)) : "unknown";
  return { version: text("version"), bugs: text("bugs") };
}

/** The version of this package. */
export async function version(): Promise<string> {
  return (await ownManifest()).version;
}

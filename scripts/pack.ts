import path from "node:path";
import { run } from "./run.js";

/** Packs a folder of this repository as it would be published, into another folder. Resolves to the tarball. */
export async function pack(source: string, folder: string): Promise<string> {
  const { code, output } = await run("npm", [
    "pack",
    `./${source}`,
    "--silent",
    "--ignore-scripts",
    "--pack-destination",
    folder,
  ]);
  const file = output.trim().split("\n").at(-1);
  if (code !== 0 || file === undefined) throw new Error(`npm pack ${source} failed:\n${output}`);
  return path.join(folder, file);
}

/** Packs what the runtime depends on as npm unpacked it, so that nothing has to be fetched. */
export function packDependencies(folder: string): Promise<string[]> {
  return Promise.all(
    ["openapi-fetch", "openapi-typescript-helpers"].map((name) => pack(path.join("node_modules", name), folder)),
  );
}

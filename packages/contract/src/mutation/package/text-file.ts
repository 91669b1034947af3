import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** A file of a built package. */
export interface TextFile {
  /** Relative to the package's folder: `dist/generated/operations/users.js`. */
  readonly name: string;
  readonly text: string;
}

/** The built code and declarations of a package, in the order of their names. */
export async function readBuild(folder: URL): Promise<readonly TextFile[]> {
  const dist = fileURLToPath(new URL("dist/", folder));
  const names = (await readdir(dist, { recursive: true })).filter((name) => /\.(?:js|d\.ts)$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: `dist/${name.replaceAll("\\", "/")}`,
      text: await readFile(`${dist}${name}`, "utf8"),
    })),
  );
}

export function parseModule({ name, text }: TextFile): ts.SourceFile {
  return ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
}

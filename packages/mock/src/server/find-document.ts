import { stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { DocumentError } from "./document-error.js";

/** What packages call the document that they carry. */
const carried = "openapi.json";

/**
 * The absolute path of a document that is named by its path, or by the package that carries it: `@facsimile/sendauth` is `openapi.json` of that package,
 * as it is installed for the folder. A file comes before a package of the same name.
 *
 * @param folder - from which paths and packages are looked for
 * @throws DocumentError where a package has no document, or there is neither a file nor a package of that name
 */
export async function findDocument(source: string, folder: string): Promise<string> {
  const path = resolve(folder, source);
  if (!isPackageName(source) || (await isFile(path))) return path;
  const require = createRequire(resolve(folder, "from.js"));
  try {
    return require.resolve(`${source}/${carried}`);
  } catch (error) {
    // Anything else than that it is not there is thrown by nobody.
    throw new DocumentError(isInstalled(require, source) ? lacking(source) : missing(source, folder, error));
  }
}

/** What npm takes for a name, but for names that look like those of files. */
function isPackageName(source: string): boolean {
  return /^(?:@[\w.~-]+\/)?[a-z\d~_-][\w.~-]*$/i.test(source) && !/\.(?:ya?ml|json)$/i.test(source);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function isInstalled(require: NodeJS.Require, name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch (error) {
    return codeOf(error) === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
}

function lacking(name: string): string {
  return `${name}: the package carries no OpenAPI document: it has no ./${carried} that it exports.\n  Name the document itself, or generate the package with \`facsimile generate <document> --document\`.`;
}

function missing(name: string, folder: string, error: unknown): string {
  const code = codeOf(error);
  const why = code === undefined || code === "MODULE_NOT_FOUND" ? "" : ` (${code})`;
  return `${name}: there is no such file in ${folder}, and no package of that name is installed there${why}.\n  Name the OpenAPI document by its path, or install the package that carries it: npm install --save-dev ${name}`;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

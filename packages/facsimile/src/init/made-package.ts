import { relative, resolve, sep } from "node:path";
import { isPackageName, providerName, toPackageName } from "@facsimile/codegen";
import type { Config } from "../config/config.js";
import type { ParsedArguments } from "../options.js";
import { UsageError } from "../usage-error.js";
import type { InitPackage } from "./configuration.js";
import { type InitDocument, pathIn } from "./document.js";
import type { PackageJson } from "./package-json.js";

/** What there is beside a document. */
interface Surroundings {
  readonly manifest: PackageJson;
  readonly config: Config | undefined;
}

/**
 * The package of a document: what the configuration says of it; else what is given; else what follows from the document's name and from package.json.
 *
 * @throws UsageError for a folder or a name that cannot be
 */
export function madePackage(
  document: InitDocument,
  folder: string,
  { manifest, config }: Surroundings,
  given: ParsedArguments,
): InitPackage {
  const provider = toPackageName(providerName(pathIn(folder, document)));
  const entry = config?.documents.find((one) => one.document === pathIn(folder, document));
  const [scope] = /^@[^/]+\//.exec(manifest.name ?? "") ?? [""];
  const name = entry === undefined ? (given.text("name") ?? `${scope}${provider}-client`) : (entry.name ?? provider);
  if (!isPackageName(name)) throw new UsageError(`${JSON.stringify(name)} is no name for an npm package`);
  const pattern = manifest.workspaces.find((one) => /^[^*!]+\/\*$/.test(one));
  const beside = config === undefined ? "client" : provider;
  const standard = pattern === undefined ? beside : pattern.replace("*", provider);
  const chosen = entry === undefined ? (given.text("out") ?? standard) : (entry.out ?? provider);
  const out = relative(folder, resolve(folder, chosen)).split(sep).join("/");
  if (out === "") throw new UsageError("the package needs a folder of its own: this one has your package.json");
  return { document: document.path, out, name };
}

import type { Api, Document } from "@facsimile/document";
import { digestOf } from "../digest.js";
import { documentFile } from "../plan/mark.js";
import type { Manifest, Repository, Surroundings } from "../plan/surroundings.js";
import { clientSummary } from "./client-summary.js";
import { webhooksName } from "./module-paths.js";
import { keptDescription, keptKeywords } from "./own-words.js";
import { runtimePackage } from "./runtime.js";
import type { Scope } from "./scope.js";
import type { SourceFile } from "./source-file.js";

/**
 * Hovers need the comments of declarations; of code they would be half of the bytes that a package's user loads and parses. The compiler leaves
 * them out of both or of none, so it writes twice; what it has checked once is not checked again.
 */
const buildScript = "tsc -p tsconfig.json --removeComments && tsc -p tsconfig.json --noCheck --emitDeclarationOnly";

const contractPackage = "@facsimile/contract";

/** What a new package depends on, and the versions. The ones of a package that exists stay as they are. */
function versionsOf(release: string): Manifest {
  return { [runtimePackage]: `^${release}`, [contractPackage]: release, typescript: "5.9.3", vitest: "4.1.12" };
}

/**
 * package.json. What others own stays: the version and the ranges of dependencies, which changesets changes, the licence, a description and
 * keywords that somebody has changed, and fields that are not ours.
 */
export function emitManifest(
  { api, raw, validation }: Scope,
  document: Document,
  surroundings: Surroundings,
  carriesDocument: boolean,
): SourceFile {
  const { manifest: existing = {}, name, license, homepage, bugs } = surroundings;
  const isTested = surroundings.document !== undefined;
  const versions = versionsOf(surroundings.release);
  const optional = [
    ...(api.schemaTypes.length === 0 && validation === undefined ? [] : ["schemas"]),
    ...(api.enumerations.length === 0 ? [] : ["values"]),
    ...(raw === undefined ? [] : ["raw"]),
    ...(api.received.length === 0 ? [] : [webhooksName]),
  ];
  const subpaths = ["functions", ...optional, ...api.groups.map((group) => group.name)];
  const own = {
    name,
    version: existing.version ?? "0.1.0",
    description: keptDescription(existing.description, clientSummary(api.title)),
    keywords: keptKeywords(existing.keywords, keywords(api)),
    ...(license !== undefined && { license }),
    ...(surroundings.repository !== undefined && { repository: repositoryField(surroundings.repository) }),
    ...(homepage !== undefined && { homepage }),
    ...(bugs !== undefined && { bugs }),
    type: "module",
    sideEffects: false,
    engines: { node: ">=20.19" },
    files: ["dist", ...(carriesDocument ? [documentFile] : []), "CHANGELOG.md"],
    exports: {
      ".": entry("index"),
      ...Object.fromEntries(subpaths.map((path) => [`./${path}`, entry(path)])),
      ...(carriesDocument && { [`./${documentFile}`]: `./${documentFile}` }),
      "./package.json": "./package.json",
    },
    types: "./dist/index.d.ts",
    // For compilers that are set to `moduleResolution: node10`, which do not read `exports`.
    typesVersions: { "*": Object.fromEntries(subpaths.map((path) => [path, [`./dist/${path}.d.ts`]])) },
    scripts: merged(
      { ...(isTested && { test: "npm run build && npm run contract" }), ...object(existing.scripts) },
      {
        build: buildScript,
        ...(isTested && { contract: "vitest run" }),
        // What is packed is what was written: nothing stale, and nothing missing.
        prepack: `node -e "fs.rmSync('dist', { recursive: true, force: true })" && npm run build`,
        typecheck: "tsc -p tsconfig.json --noEmit",
      },
    ),
    dependencies: kept(existing.dependencies, versions, [runtimePackage]),
    devDependencies: kept(existing.devDependencies, versions, [
      ...(isTested ? [contractPackage, "vitest"] : []),
      "typescript",
    ]),
    facsimile: { ...object(existing.facsimile), document: digestOf(document) },
    publishConfig: merged({ access: "public" }, object(existing.publishConfig)),
  };
  const others = Object.entries(existing).filter(([field]) => !Object.hasOwn(own, field));
  return { path: "package.json", text: `${JSON.stringify({ ...own, ...Object.fromEntries(others) }, undefined, 2)}\n` };
}

function entry(name: string): Manifest {
  return { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
}

function keywords({ title }: Api): readonly string[] {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  const common = ["api", "client", "openapi", "typescript"];
  return name === "" || common.includes(name) ? common : [name, ...common];
}

function repositoryField({ value, directory }: Repository): unknown {
  const fields = typeof value === "string" ? { type: "git", url: value } : object(value);
  return directory === "" ? fields : { ...fields, directory };
}

/** The dependencies that a package needs, by the ranges that it has, and those that others have added. */
function kept(existing: unknown, versions: Manifest, needed: readonly string[]): Manifest {
  return sorted({ ...Object.fromEntries(needed.map((name) => [name, versions[name]])), ...object(existing) });
}

function merged(existing: unknown, own: Manifest): Manifest {
  return sorted({ ...object(existing), ...own });
}

function sorted(fields: Manifest): Manifest {
  return Object.fromEntries(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function object(value: unknown): Manifest {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

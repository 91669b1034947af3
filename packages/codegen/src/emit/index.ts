import { type Api, type Document, operationServers } from "@facsimile/document";
import type { Surroundings } from "../plan/surroundings.js";
import { emitConfiguration } from "./configuration.js";
import { nameVariables } from "./environment-names.js";
import { emitManifest } from "./manifest.js";
import { emitModules } from "./modules.js";
import { buildNames, nameSchemes } from "./names.js";
import type { RawTypes } from "./raw/index.js";
import { emitReadme } from "./readme.js";
import { modulesOfOperations } from "./scope.js";
import { usedSchemes } from "./security.js";
import type { SourceFile } from "./source-file.js";
import { buildTypes } from "./types/index.js";

/**
 * The files of the package for an API. Pure: the same input gives the same bytes, everywhere.
 *
 * @param raw - the types for openapi-fetch's client, where the package has that part
 */
export function emitPackage(
  api: Api,
  document: Document,
  surroundings: Surroundings,
  raw?: RawTypes,
): readonly SourceFile[] {
  const names = buildNames(api);
  const schemes = usedSchemes(api);
  const scope = {
    api,
    names,
    servers: operationServers(api),
    types: buildTypes(api, document),
    modules: modulesOfOperations(api),
    schemes: nameSchemes(schemes),
    variables: nameVariables(surroundings.name, schemes),
    raw,
  };
  return [
    emitManifest(scope, surroundings),
    emitReadme(scope, surroundings),
    ...emitModules(scope),
    ...emitConfiguration(surroundings),
  ];
}

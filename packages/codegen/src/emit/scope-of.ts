import { type Api, type Document, operationServers } from "@facsimile/document";
import { nameVariables } from "./environment-names.js";
import { buildNames, nameSchemes } from "./names.js";
import type { RawTypes } from "./raw/index.js";
import { modulesOfOperations, type Scope } from "./scope.js";
import { usedSchemes } from "./security.js";
import { buildTypes } from "./types/index.js";

/** What a package has besides, where that is asked for. */
export interface Besides {
  readonly raw?: RawTypes | undefined;
  readonly headers?: Scope["headers"] | undefined;
  readonly validation?: Scope["validation"];
}

/**
 * What the parts of a package are emitted from.
 *
 * @param name - the npm name
 */
export function scopeOf(
  api: Api,
  document: Document,
  name: string,
  { raw, headers = {}, validation }: Besides = {},
): Scope {
  const schemes = usedSchemes(api);
  return {
    api,
    names: buildNames(api),
    servers: operationServers(api),
    types: buildTypes(api, document),
    modules: modulesOfOperations(api),
    schemes: nameSchemes(schemes),
    variables: nameVariables(name, schemes),
    raw,
    headers,
    validation,
  };
}

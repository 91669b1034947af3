import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Document } from "../load/document.js";
import type { Api } from "./api.js";
import { Context } from "./context.js";
import { readText } from "./extensions.js";
import { checkOperationIds } from "./operation-ids.js";
import { buildOperations } from "./operations.js";
import { buildSecuritySchemes, SecurityReader } from "./security.js";
import { buildServers } from "./servers.js";

/** @property api - undefined where a diagnostic is an error */
export interface BuildResult {
  readonly api: Api | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an OpenAPI document as the generator needs it. Pure; nothing is thrown for what a loaded document may contain. */
export function buildModel(document: Document): BuildResult {
  const context = new Context(document);
  const securitySchemes = buildSecuritySchemes(context);
  const operations = buildOperations(context, new SecurityReader(context, securitySchemes));
  checkOperationIds(context, operations);
  const api = { ...describe(context), securitySchemes, operations };
  return { api: context.failed ? undefined : api, diagnostics: context.diagnostics };
}

function describe(context: Context): Omit<Api, "securitySchemes" | "operations"> {
  const { info, tags = [], components, externalDocs, servers } = context.root;
  return {
    title: info.title,
    version: info.version,
    description: info.description,
    clientName: readText(context, info["x-client-name"], "/info/x-client-name"),
    documentationUrl: externalDocs?.url,
    license: info.license?.identifier ?? info.license?.name,
    servers: buildServers(context, servers, "/servers"),
    tags: tags.map(({ name, description }) => ({ name, description })),
    schemaNames: Object.keys(components?.schemas ?? {}),
  };
}

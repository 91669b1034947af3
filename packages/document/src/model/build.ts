import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { inOrder } from "../diagnostics/order.js";
import type { Document, Json } from "../load/document.js";
import type { Api, Omission } from "./api.js";
import { Context } from "./context.js";
import { findEnumerations } from "./enumerations.js";
import { readText } from "./extensions.js";
import { IncomingReader } from "./incoming.js";
import { groupOperations } from "./names/groups.js";
import { nameAll } from "./names/names.js";
import { withoutEqualServers } from "./operation-servers.js";
import { buildOperations } from "./operations.js";
import { readReceived } from "./received/read-received.js";
import { checkSchemaValues } from "./schema-values.js";
import { buildSecuritySchemes } from "./security.js";
import { SecurityReader } from "./security-requirements.js";
import { buildRootServers } from "./servers.js";
import { buildTags } from "./tags.js";

/** @property api - undefined where a diagnostic of building is an error */
export interface BuildResult {
  readonly api: Api | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads an OpenAPI document as the generator needs it. Pure; nothing is thrown for what a loaded document may contain. */
export function buildModel(document: Document): BuildResult {
  const context = new Context(document);
  const securitySchemes = buildSecuritySchemes(context);
  const security = new SecurityReader(context, securitySchemes);
  const incoming = new IncomingReader(context, security);
  const { operations, unsendable } = buildOperations(context, { security, incoming });
  const webhooks = incoming.webhooks();
  const schemes = [...securitySchemes, ...security.unknownSchemes];
  const described = describe(context);
  const named = nameAll(context, operations, described);
  const placed = withoutEqualServers(described, named.operations);
  const groups = groupOperations(context, placed);
  const enumerations = findEnumerations(context, { ...named, operations: placed });
  const received = readReceived(context, placed, webhooks);
  checkSchemaValues(context, placed);
  const emitted = { operations: placed, groups, enumerations, received };
  const built = { securitySchemes: schemes, ...named, ...emitted, unsendable, webhooks };
  const api = { ...described, ...built, omissions: omissionsOf(context) };
  return { api: context.failed ? undefined : api, diagnostics: context.diagnostics };
}

/** What loading and building left out, in the order of the document. */
function omissionsOf({ document, diagnostics }: Context): Omission[] {
  const found = diagnostics.filter(({ severity }) => severity === "omission");
  return inOrder([...document.omissions, ...found], document.file).map(({ code, file, message, pointer = "" }) => ({
    code,
    file,
    message,
    pointer,
  }));
}

type Built =
  | "securitySchemes"
  | "operations"
  | "groups"
  | "schemaTypes"
  | "enumerations"
  | "names"
  | "unsendable"
  | "webhooks"
  | "received"
  | "omissions";

function describe(context: Context): Omit<Api, Built> {
  const { info, tags = [], components, externalDocs, servers } = context.root;
  return {
    title: info.title,
    version: info.version,
    description: info.description,
    clientName: readClientName(context, info["x-client-name"]),
    documentationUrl: externalDocs?.url,
    license: info.license?.identifier ?? info.license?.name,
    servers: buildRootServers(context, servers),
    tags: buildTags(context, tags),
    schemaNames: Object.keys(components?.schemas ?? {}),
  };
}

function readClientName(context: Context, value: Json | undefined): string | undefined {
  const pointer = "/info/x-client-name";
  const name = readText(context, value, pointer);
  if (name === undefined || /^[A-Z][A-Za-z0-9]*$/.test(name)) return name;
  const message = `The client cannot be called "${name}": its name has to be a word of letters and digits that begins with a capital.`;
  context.report("extension-invalid", pointer, message, "Write a name such as SendAuth.");
  return undefined;
}

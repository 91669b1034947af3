import type { JsonObject } from "../document.js";
import { isObject } from "../object.js";
import { child } from "../pointer.js";
import type { Conversion } from "./conversion.js";
import type { Draft } from "./draft.js";
import { readMediaTypes } from "./media-types.js";
import { inside, isObjectNode, memberOf, membersOf, type Node } from "./node.js";
import type { Inherited } from "./operation.js";
import { convertParameter, placeOf } from "./parameter.js";
import { convertPaths } from "./path-item.js";
import { convertResponse } from "./response.js";
import { convertSecuritySchemes } from "./security.js";
import { convertServers } from "./servers.js";

/** The members of a Swagger 2.0 document that are converted. */
const converted: ReadonlySet<string> = new Set([
  ...["swagger", "host", "basePath", "schemes", "consumes", "produces", "paths"],
  ...["definitions", "parameters", "responses", "securityDefinitions"],
]);

/** What OpenAPI 3 has in the place of some of them. */
const later: ReadonlySet<string> = new Set(["components", "servers", "webhooks"]);

/** A Swagger 2.0 document in the words of OpenAPI 3.0. */
export function convertDocument(conversion: Conversion): JsonObject {
  const { root } = conversion;
  const document: Node = { value: root.json, at: { source: root, pointer: "" } };
  const inherited: Inherited = {
    consumes: readMediaTypes(conversion, memberOf(document, "consumes")),
    produces: readMediaTypes(conversion, memberOf(document, "produces")),
  };
  const draft = conversion.draft().set("openapi", "3.0.4", inside(document.at, "swagger"));
  draft.copy(document, (key) => !converted.has(key) && !later.has(key));
  for (const key of later) reportLater(conversion, memberOf(document, key));
  const servers = convertServers(conversion, document);
  if (servers !== undefined) draft.set("servers", servers.value, servers.at);
  const paths = memberOf(document, "paths");
  if (paths !== undefined) draft.set("paths", convertPaths(conversion, paths, inherited), paths.at);
  const components = convertComponents(conversion, document, inherited);
  if (!components.isEmpty) draft.set("components", components.json, document.at);
  return draft.json;
}

function convertComponents(conversion: Conversion, document: Node, { produces }: Inherited): Draft {
  const draft = conversion.draft();
  const section = (
    from: string,
    to: string,
    convert: (entry: Node, pointer: string) => JsonObject[string] | undefined,
  ): void => {
    const written = memberOf(document, from);
    if (written === undefined) return;
    const found = conversion.follow(written);
    const entries = conversion.draft();
    for (const [name, entry] of membersOf(found)) {
      const value = convert(entry, child(`/components/${to}`, name));
      if (value !== undefined) entries.set(name, value, entry.at);
    }
    if (!isObjectNode(found)) draft.set(to, written.value, written.at);
    else if (!entries.isEmpty) draft.set(to, entries.json, written.at);
  };
  section("definitions", "schemas", (entry) => conversion.schema(entry));
  section("parameters", "parameters", (entry) => convertOwnParameter(conversion, entry));
  section("responses", "responses", (entry, pointer) =>
    convertResponse(conversion, conversion.follow(entry) ?? entry, produces, pointer),
  );
  const schemes = memberOf(document, "securityDefinitions");
  if (schemes !== undefined) draft.set("securitySchemes", convertSecuritySchemes(conversion, schemes), schemes.at);
  return draft;
}

/** Bodies and parameters in forms are written into the operations that refer to them, since it depends on these what they are sent as. */
function convertOwnParameter(conversion: Conversion, entry: Node): JsonObject[string] | undefined {
  const found = conversion.follow(entry);
  if (found === undefined || !isObject(found.value)) return entry.value;
  const place = placeOf(conversion, found);
  return place === "body" || place === "formData" ? undefined : convertParameter(conversion, found);
}

function reportLater({ findings }: Conversion, node: Node | undefined): void {
  if (node === undefined) return;
  const key = node.at.pointer.slice(1);
  const message = `"${key}" is no member of a Swagger 2.0 document; nothing is done with it.`;
  findings.report(
    "structure-member-unknown",
    node.at,
    message,
    "Declare openapi: 3.0.4 instead of swagger, or remove it.",
  );
}

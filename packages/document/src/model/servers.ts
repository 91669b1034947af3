import type { RawServer } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import { quoted } from "../load/structure/words.js";
import type { Server, ServerVariable } from "./api.js";
import type { Context } from "./context.js";
import { readFlag } from "./extensions.js";
import { templateNames } from "./path-template.js";

export function buildServers(context: Context, servers: readonly RawServer[] | undefined, pointer: string): Server[] {
  return (servers ?? []).map((server, index) => buildServer(context, server, child(pointer, index)));
}

function buildServer(context: Context, server: RawServer, pointer: string): Server {
  const variables = Object.entries(server.variables ?? {}).map(([name, variable]) => {
    const place = child(child(pointer, "variables"), name);
    return {
      name,
      default: variable.default,
      enum: variable.enum,
      description: variable.description,
      required: readFlag(context, variable["x-required"], child(place, "x-required")),
    };
  });
  checkVariables(context, server.url, variables, pointer);
  return { url: server.url, description: server.description, variables };
}

function checkVariables(context: Context, url: string, variables: readonly ServerVariable[], pointer: string): void {
  for (const name of templateNames(url)) {
    if (variables.some((variable) => variable.name === name)) continue;
    const message = `The server's URL has the variable {${name}}, which "variables" does not describe.`;
    context.report(
      "server-variable-undeclared",
      child(pointer, "url"),
      message,
      `Add "${name}" with a default to "variables".`,
    );
  }
  for (const { name, default: value, enum: allowed } of variables) {
    if (allowed === undefined || allowed.includes(value)) continue;
    const place = child(child(child(pointer, "variables"), name), "default");
    const message = `The default "${value}" of the server variable "${name}" is none of its values.`;
    context.report("server-variable-default", place, message, `Use one of ${quoted(allowed)}.`);
  }
}

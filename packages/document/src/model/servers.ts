import type { RawServer } from "../load/openapi.js";
import { child } from "../load/pointer.js";
import { quoted } from "../load/structure/words.js";
import type { Server, ServerVariable } from "./api.js";
import type { Context } from "./context.js";
import { readFlag } from "./extensions.js";
import { templateNames } from "./path-template.js";
import { isSendable, readServerUrl } from "./server-url.js";

export function buildServers(context: Context, servers: readonly RawServer[] | undefined, pointer: string): Server[] {
  return (servers ?? []).map((server, index) => buildServer(context, server, child(pointer, index)));
}

/** The servers of the document, without those that no request can be sent to: the first one is where a client goes. */
export function buildRootServers(context: Context, servers: readonly RawServer[] | undefined): Server[] {
  return (servers ?? []).flatMap((server, index) => {
    const pointer = child("/servers", index);
    return isSendable(context, server, index, pointer) ? [buildServer(context, server, pointer)] : [];
  });
}

function buildServer(context: Context, server: RawServer, pointer: string): Server {
  const url = readServerUrl(context, server.url, child(pointer, "url"));
  const variables = Object.entries(server.variables ?? {}).map(([name, variable]) => {
    const place = child(child(pointer, "variables"), name);
    return {
      name,
      default: variable.default,
      enum: withDefault(variable.enum, variable.default),
      description: variable.description,
      required: readFlag(context, variable["x-required"], child(place, "x-required")),
    };
  });
  const undeclared = templateNames(url)
    .filter((name, index, all) => all.indexOf(name) === index && !variables.some((variable) => variable.name === name))
    .map((name) => undeclaredVariable(context, name, pointer));
  checkDefaults(context, server.variables ?? {}, pointer);
  return { url, name: server.name, description: server.description, variables: [...variables, ...undeclared] };
}

/** A variable of the URL that nobody describes: the caller has to give it. */
function undeclaredVariable(context: Context, name: string, pointer: string): ServerVariable {
  const message = `The server's URL has the variable {${name}}, which "variables" does not describe; callers have to give it.`;
  const fix = `Add "${name}" with a default to "variables".`;
  context.report("server-variable-undeclared", child(pointer, "url"), message, fix);
  return { name, default: name, enum: undefined, description: undefined, required: true };
}

function checkDefaults(context: Context, variables: NonNullable<RawServer["variables"]>, pointer: string): void {
  for (const [name, { default: value, enum: allowed }] of Object.entries(variables)) {
    if (allowed === undefined || allowed.includes(value)) continue;
    const place = child(child(child(pointer, "variables"), name), "default");
    const message = `The default "${value}" of the server variable "${name}" is none of its values; it counts as one.`;
    context.report("server-variable-default", place, message, `Use one of ${quoted(allowed)}.`);
  }
}

function withDefault(values: readonly string[] | undefined, value: string): readonly string[] | undefined {
  return values === undefined || values.includes(value) ? values : [...values, value];
}

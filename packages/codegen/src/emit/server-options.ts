import type { Server, ServerVariable } from "@facsimile/document";
import type { ObjectType, PropertyType, Type } from "../print/index.js";
import { comment, keyword, union } from "../print/index.js";
import type { Scope } from "./scope.js";
import { baseKey, defaultServer, needsBaseUrl } from "./server.js";

/** `baseUrl` of a client's options. */
export function baseUrlProperty(scope: Scope, required: boolean): PropertyType {
  const server = defaultServer(scope);
  const alternatives = scope.api.servers.slice(1).map((server) => `- \`${server.url}\`${serverWords(server)}`);
  const fallback =
    server === undefined || needsBaseUrl(scope) ? "The document names no absolute URL." : `Default: \`${server.url}\`.`;
  const docs = comment(
    `Where the API is. ${fallback}`,
    scope.servers.others.length === 0
      ? undefined
      : "Every operation goes there, those too that have a server of their own; `baseUrls` is for single servers.",
    alternatives.length === 0 ? undefined : `Others that the document names:\n${alternatives.join("\n")}`,
  );
  return { name: "baseUrl", type: keyword("string"), optional: !required, readonly: false, comment: docs };
}

/**
 * `baseUrls` of a client's options: other places for single servers. Undefined where all operations go to one place.
 *
 * @param required Whether the place of the operations that have no server of their own has to be given.
 */
export function baseUrlsProperty(scope: Scope, required: boolean): PropertyType | undefined {
  const { others, own } = scope.servers;
  if (others.length === 0) return undefined;
  const urls = [...new Set([baseKey(scope), ...others.map(({ url }) => url)])];
  const properties = urls.map((url): PropertyType => {
    const servers = others.filter((server) => server.url === url);
    const names = [...own].filter(([, server]) => servers.includes(server)).map(([{ name }]) => name);
    const docs = comment(
      ...new Set(servers.flatMap(({ name, description }) => [name, description])),
      url === baseKey(scope)
        ? "Where the operations go that are not named below."
        : `Where these go: ${listed(names.map((name) => `\`${name}\``))}.`,
    );
    return {
      name: url,
      type: keyword("string"),
      optional: url !== baseKey(scope) || !required,
      readonly: false,
      comment: docs,
    };
  });
  return {
    name: "baseUrls",
    type: { kind: "object", properties, index: undefined },
    optional: !required,
    readonly: false,
    comment: comment("Other places for single servers, by their URL in the document. They win over `baseUrl`."),
  };
}

/** What a document says of a server: its name, and what it is. */
function serverWords({ name, description }: Server): string {
  const words = [name, description].filter((part) => part !== undefined);
  return words.length === 0 ? "" : `: ${words.join(". ")}`;
}

/** The first ones of a list that may be long. */
function listed(names: readonly string[]): string {
  const shown = 5;
  const more = names.length - shown;
  return more > 0 ? `${names.slice(0, shown).join(", ")} and ${more} more` : names.join(", ");
}

/** A variable, and the servers whose URLs have it. */
interface SharedVariable {
  readonly name: string;
  readonly uses: readonly { readonly server: Server; readonly variable: ServerVariable }[];
}

/** The variables of all servers, each once by its name. Those of a server that a base URL always replaces have no use. */
export function serverVariables(scope: Scope): readonly SharedVariable[] {
  const { base, others } = scope.servers;
  const all = [...(base === undefined || needsBaseUrl(scope) ? [] : [base]), ...others];
  const names = new Set(all.flatMap(({ variables }) => variables.map(({ name }) => name)));
  return [...names].map((name) => ({
    name,
    uses: all.flatMap((server) =>
      server.variables.filter((variable) => variable.name === name).map((variable) => ({ server, variable })),
    ),
  }));
}

/** `server` of a client's options: values of the variables in the URLs of servers. Undefined where they have none. */
export function serverProperty(scope: Scope): PropertyType | undefined {
  const variables = serverVariables(scope);
  if (variables.length === 0) return undefined;
  const properties = variables.map(variableProperty);
  const type: ObjectType = { kind: "object", properties, index: undefined };
  const urls = [...new Set(variables.flatMap(({ uses }) => uses.map(({ server }) => `\`${server.url}\``)))];
  return {
    name: "server",
    type,
    optional: properties.every(({ optional }) => optional),
    readonly: false,
    comment: comment(`Values of the variables in ${urls.join(", ")}.`),
  };
}

function variableProperty({ name, uses }: SharedVariable): PropertyType {
  const values = allowedValues(uses);
  const required = uses.some(({ variable }) => variable.required);
  const [first] = uses;
  const isSame = uses.every(({ variable }) => variable.default === first?.variable.default);
  const defaults = isSame
    ? [`\`${first?.variable.default ?? ""}\``]
    : uses.map(({ server, variable }) => `\`${variable.default}\` in \`${server.url}\``);
  return {
    name,
    type:
      values === undefined ? keyword("string") : union(values.map((item): Type => ({ kind: "literal", value: item }))),
    optional: !required,
    readonly: false,
    comment: comment(
      ...new Set(uses.map(({ variable }) => variable.description)),
      required ? `Required; for example ${defaults.join(", ")}.` : `Default: ${defaults.join(", ")}.`,
    ),
  };
}

/** A value goes into every URL that has the variable, so that each of them has to allow it. Undefined where any text will do. */
export function allowedValues(uses: SharedVariable["uses"]): readonly string[] | undefined {
  const lists = uses.flatMap(({ variable }) => (variable.enum === undefined ? [] : [variable.enum]));
  const [first, ...others] = lists;
  return first?.filter((value) => others.every((list) => list.includes(value)));
}

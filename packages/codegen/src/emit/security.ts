import type { Api, SecurityAlternative, SecurityScheme } from "../model/api.js";
import type { Code } from "../print/index.js";
import {
  arrayLiteral,
  code,
  comment,
  entry,
  identifier,
  importedName,
  literal,
  objectLiteral,
  openArrayLiteral,
} from "../print/index.js";
import { runtimeType, runtimeValue } from "./runtime.js";
import type { Scope } from "./scope.js";

const securityModule = "./security.js";

/** The constants that describe security schemes to the runtime. */
export function emitSchemes({ schemes }: Scope): readonly Code[] {
  return [...schemes.values()].map(
    ({ scheme, constant }) => code`
      ${comment(scheme.description)}
      export const ${identifier(constant)}: ${runtimeType("SecurityScheme")} = ${schemeLiteral(scheme)};
    `,
  );
}

/** The security schemes that some operation requires, in the order of the document. */
export function usedSchemes(api: Api): readonly SecurityScheme[] {
  const used = new Set(api.operations.flatMap(({ security }) => security.flat().map(({ scheme }) => scheme.name)));
  return api.securitySchemes.filter((scheme) => used.has(scheme.name));
}

function schemeLiteral(scheme: SecurityScheme): Code {
  const common = [entry("name", literal(scheme.name)), entry("type", literal(scheme.type))];
  const write = (writer: string): Code | undefined => entry("write", runtimeValue(writer));
  switch (scheme.type) {
    case "apiKey":
      return objectLiteral([
        ...common,
        entry("in", literal(scheme.in)),
        entry("parameter", literal(scheme.parameterName)),
        scheme.valuePrefix === undefined ? undefined : entry("prefix", literal(scheme.valuePrefix)),
        write("writeApiKey"),
      ]);
    case "http":
      return objectLiteral([
        ...common,
        entry("scheme", literal(scheme.scheme)),
        write(scheme.scheme === "basic" ? "writeBasic" : "writeToken"),
      ]);
    case "mutualTLS":
      return objectLiteral(common);
    default:
      return objectLiteral([...common, write("writeToken")]);
  }
}

/** Alternatives as the runtime reads them. */
export function alternativesLiteral(alternatives: readonly SecurityAlternative[], { schemes }: Scope): Code {
  const items = alternatives.map((requirements) =>
    listLiteral(
      requirements.map(({ scheme, scopes }) => {
        const constant = importedName(schemes.get(scheme.name)?.constant ?? "", securityModule);
        const scopeList = scopes.length === 0 ? undefined : entry("scopes", arrayLiteral(scopes.map(literal)));
        return { code: objectLiteral([entry("scheme", constant), scopeList]), size: scopeList === undefined ? 1 : 2 };
      }),
    ),
  );
  return listLiteral(items.map((item, index) => ({ code: item, size: alternatives[index]?.length ?? 0 })));
}

/** The usual formatters break a list of more than one item whose items all have more than one part. */
function listLiteral(items: readonly { readonly code: Code; readonly size: number }[]): Code {
  const list = items.length > 1 && items.every((item) => item.size > 1) ? openArrayLiteral : arrayLiteral;
  return list(items.map((item) => item.code));
}

/** The alternatives of all operations, each once. */
export function distinctAlternatives({ api }: Scope): readonly SecurityAlternative[] {
  const alternatives = api.operations.flatMap(({ security }) => security);
  const keyed = alternatives.map((alternative): [string, SecurityAlternative] => {
    return [alternative.map(({ scheme, scopes }) => `${scheme.name} ${scopes.join(" ")}`).join("\n"), alternative];
  });
  return [...new Map(keyed.reverse()).values()].reverse();
}

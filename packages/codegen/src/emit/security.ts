import { type Api, type SecurityAlternative, type SecurityScheme, takesCredential } from "@facsimile/document";
import type { Code, CommentTag } from "../print/index.js";
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
  paragraphs,
} from "../print/index.js";
import type { ModuleSource } from "./declaration.js";
import { securityModule } from "./module-paths.js";
import { runtimeType, runtimeValue } from "./runtime.js";
import type { Scope } from "./scope.js";

/** security.ts: the constants that describe security schemes to the runtime. Undefined where no operation requires one. */
export function emitSecurity({ schemes }: Scope): ModuleSource | undefined {
  const used = [...schemes.values()];
  const declarations = used.map(
    ({ scheme, constant }) => code`
      ${comment(scheme.description, deprecation(scheme))}
      export const ${identifier(constant)}: ${runtimeType("SecurityScheme")} = ${schemeLiteral(scheme)};
    `,
  );
  const constants = used.map(({ constant }) => constant);
  return used.length === 0 ? undefined : { body: paragraphs(...declarations), types: [], values: [], constants };
}

/** The security schemes that some operation requires, in the order of the document. */
export function usedSchemes(api: Api): readonly SecurityScheme[] {
  const used = new Set(api.operations.flatMap(({ security }) => security.flat().map(({ scheme }) => scheme.name)));
  return api.securitySchemes.filter((scheme) => used.has(scheme.name));
}

/** A scheme that an API would rather not be sent any more (OpenAPI 3.2). */
export function deprecation({ deprecated }: SecurityScheme): CommentTag | undefined {
  return deprecated ? { tag: "deprecated" } : undefined;
}

function schemeLiteral(scheme: SecurityScheme): Code {
  const common = [entry("name", literal(scheme.credential)), entry("type", literal(scheme.type))];
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
    case "unsupported":
      return objectLiteral(common);
    default:
      return objectLiteral([...common, write("writeToken")]);
  }
}

/** Alternatives as the runtime reads them. It has no use for scopes: a token has those that it was issued with. */
export function alternativesLiteral(alternatives: readonly SecurityAlternative[], { schemes }: Scope): Code {
  const ordered = ownLast(alternatives);
  const items = ordered.map((requirements) =>
    arrayLiteral(
      requirements.map(({ scheme }) => {
        const constant = importedName(schemes.get(scheme.name)?.constant ?? "", securityModule);
        return objectLiteral([entry("scheme", constant)]);
      }),
    ),
  );
  // The usual formatters break a list of more than one item whose items all have more than one part.
  const several = items.length > 1 && ordered.every((requirements) => requirements.length > 1);
  return several ? openArrayLiteral(items) : arrayLiteral(items);
}

/** What no credential has to be given for comes after what one may be given for: a credential that is given is used. */
function ownLast(alternatives: readonly SecurityAlternative[]): readonly SecurityAlternative[] {
  const isOwn = (alternative: SecurityAlternative): boolean =>
    alternative.length > 0 && !alternative.some(({ scheme }) => takesCredential(scheme));
  return [...alternatives.filter((one) => !isOwn(one)), ...alternatives.filter(isOwn)];
}

/** The alternatives of all operations, each once. */
export function distinctAlternatives({ api }: Scope): readonly SecurityAlternative[] {
  const alternatives = api.operations.flatMap(({ security }) => security);
  const keyed = alternatives.map((alternative): [string, SecurityAlternative] => {
    return [alternative.map(({ scheme }) => scheme.name).join("\n"), alternative];
  });
  return [...new Map(keyed.reverse()).values()].reverse();
}

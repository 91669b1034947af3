import type { Code } from "../print/index.js";
import {
  assignedType,
  code,
  comment,
  identifier,
  importedName,
  importedType,
  objectType,
  paragraphs,
} from "../print/index.js";
import type { ModuleSource } from "./declaration.js";
import { clientModule } from "./module-paths.js";
import type { RawType, RawTypes } from "./raw/index.js";
import type { Scope } from "./scope.js";
import { alternativesLiteral, distinctAlternatives } from "./security.js";

const runtimeRaw = "@facsimile/runtime/raw";

/** raw.ts: openapi-fetch's client, and the types that openapi-typescript makes of the document. */
export function emitRaw(scope: Scope, { types, needsWithRequired }: RawTypes): ModuleSource {
  return {
    body: paragraphs(emitCreateRaw(scope), needsWithRequired ? withRequired : undefined, ...types.map(emitType)),
    types: types.map(({ name }) => name),
    values: ["createRaw"],
    constants: needsWithRequired ? ["WithRequired"] : [],
  };
}

/** Of each type of a union by itself: null has no properties. */
const withRequired: Code = code`
  type WithRequired<T, K extends PropertyKey> = T extends unknown ? T & { [P in K & keyof T]-?: T[P] } : never;
`;

function emitCreateRaw(scope: Scope): Code {
  const security = distinctAlternatives(scope);
  const alternatives = security.length === 0 ? undefined : code`, ${alternativesLiteral(security, scope)}`;
  const raw = code`${importedType("RawClient", runtimeRaw)}<${identifier("paths")}>`;
  return code`
    ${comment(
      "openapi-fetch's client at the same place, with the same headers, credentials and fetch, for what the operations do not cover. It knows no results by status, retries or timeouts.",
    )}
    export function createRaw(client: ${importedType(scope.api.names.handle, clientModule)}): ${raw} {
      return ${importedName("createRaw", runtimeRaw, "createRuntimeRaw")}(client${alternatives});
    }
  `;
}

function emitType({ name, type }: RawType): Code {
  if (type.kind === "object") return code`export interface ${identifier(name)} ${objectType(type)}`;
  return code`export type ${identifier(name)} =${assignedType(type)};`;
}

import type { Api, Operation, OperationNames, PackageNames, Response, SchemaType } from "../api.js";
import type { Context } from "../context.js";
import type { OperationDraft } from "../operations.js";
import { Claims } from "./claims.js";
import { HeaderNames } from "./header-names.js";
import { nameOperations } from "./operation-names.js";
import { namePackage, takeWanted } from "./package-names.js";
import { nameSchemas } from "./schema-names.js";
import { capitalize } from "./spelling.js";

export interface Named {
  readonly operations: readonly Operation[];
  readonly schemaTypes: readonly SchemaType[];
  readonly names: PackageNames;
}

/**
 * Gives everything that a package hands out a name that nothing else in it has. What the document names comes first: operations, then schemas, then
 * the client; what only the package names gives way to that.
 */
export function nameAll(
  context: Context,
  drafts: readonly OperationDraft[],
  { title, clientName }: Pick<Api, "title" | "clientName">,
): Named {
  const claims = new Claims();
  const functions = nameOperations(context, claims, drafts);
  const methods = drafts.map((draft, index) => {
    return { draft, name: functions[index] ?? "" };
  });
  const schemas = nameSchemas(context, claims);
  const security = drafts.flatMap((draft) => draft.security);
  const hasStreams = drafts.some(({ responses }) => responses.some(isStream));
  const names = namePackage(context, claims, { title, chosen: clientName, security, hasStreams });
  const shared = idsOfSeveral(drafts);
  const own = methods.map(({ draft, name }) => namesOf(context, claims, draft, name));
  const headers = new HeaderNames(claims);
  const operations = methods.map(({ draft, name }, index): Operation => {
    const { operationId, chosenName: _chosen, label: _label, ...operation } = draft;
    const id = operationId === undefined || shared.has(operationId) ? name : operationId;
    const responses = draft.responses.map((response) => ({ ...response, headersName: headers.nameOf(response) }));
    return { ...operation, responses, id, ...(own[index] ?? namesOf(context, claims, draft, name)) };
  });
  // Nobody is told of these: what a package makes of a schema beside its type is no name of the document.
  const requests = schemas.map(({ name }) => claims.takeFirst([`${name}Request`], { words: () => "", pointer: "" }));
  const schemaTypes = schemas.map((schema, index) => ({ ...schema, requestName: requests[index] ?? "" }));
  return { operations, schemaTypes, names };
}

function isStream({ content }: Response): boolean {
  return content.some(({ stream }) => stream !== undefined);
}

function idsOfSeveral(drafts: readonly OperationDraft[]): ReadonlySet<string | undefined> {
  const seen = new Set<string | undefined>();
  return new Set(drafts.map(({ operationId }) => operationId).filter((id) => seen.has(id) || !seen.add(id)));
}

/** What an operation and its types are called. */
function namesOf(context: Context, claims: Claims, draft: OperationDraft, name: string): OperationNames {
  const { parameters, requestBody, pagination, pointer } = draft;
  const type = capitalize(name);
  const take = (what: string, start: string, end: string): string =>
    takeWanted(context, claims, {
      what: `${what} ${name}`,
      name: `${start}${end}`,
      other: `${start}Operation${end}`,
      pointer,
    });
  const hasInput = parameters.length > 0 || requestBody !== undefined;
  return {
    name,
    inputName: hasInput ? take("the type of the input of", type, "Input") : undefined,
    resultName: take("the type of the result of", type, "Result"),
    pagesName: pagination === undefined ? undefined : take("the function of the pages of", name, "Pages"),
  };
}

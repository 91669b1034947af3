import type { Operation, PackageNames } from "@facsimile/document";
import { type Claim, holds, holdsNot, type TypeCheck } from "./claim.js";
import type { TypeContext } from "./context.js";

/** Types that a module of checks says how the entry `./functions` is read with. */
export function formVocabulary({ createClient }: PackageNames): readonly string[] {
  return [
    "type Named<Name extends string> = Name extends keyof typeof Functions ? (typeof Functions)[Name] : never;",
    `type FunctionClient = ReturnType<(typeof Functions)[${JSON.stringify(createClient)}]>;`,
    "type Arguments<T> = T extends (...args: infer Given) => unknown ? Given : never;",
    "type Answer<T> = T extends (...args: never) => infer Given ? Given : never;",
    "type Iterated<T> = T extends AsyncIterable<infer Each> ? Each : never;",
  ];
}

/** The function of an operation, and the pages of a list: they are what the method is. */
export function formChecks(context: TypeContext, operation: Operation): readonly TypeCheck[] {
  const { id, name, pagesName } = operation;
  const method = `Client[${JSON.stringify(name)}]`;
  const check = {
    name: `${id}: types of the function`,
    claims: functionClaims(context, operation, method, name),
    holes: [],
  };
  if (pagesName === undefined) return [check];
  const claims = pagesClaims(context, operation, method, pagesName);
  return [check, { name: `${id}: types of the pages`, claims, holes: [] }];
}

/** The function that makes the client for functions takes what the function that makes the methods takes. */
export function functionClientCheck(context: TypeContext): TypeCheck {
  const { createClient, factory } = context.api.names;
  const create = `(typeof Functions)[${JSON.stringify(createClient)}]`;
  const sentence = `${context.say(createClient, "describes one API", "")}, and the package's ${factory} takes something else`;
  const claims = [
    holds(`Exact<Parameters<${create}>[0], Options>`, sentence),
    holdsNot("Exact<FunctionClient, Client>", `${createClient}: the package has nothing that is known of its answer`),
  ];
  return { name: "types of the client for functions", claims, holes: [] };
}

function functionClaims(
  context: TypeContext,
  { id, pointer }: Operation,
  method: string,
  name: string,
): readonly Claim[] {
  const called = `Named<${JSON.stringify(name)}>`;
  const sentence = context.say(`${id}, ${name}`, "has one operation", pointer);
  return [
    holds(
      `Exact<Arguments<${called}>, [client: FunctionClient, ...Parameters<${method}>]>`,
      `${sentence}, and the package's function takes something else than its method`,
    ),
    holds(
      `Exact<Answer<${called}>, ReturnType<${method}>>`,
      `${sentence}, and the package's function answers something else than its method`,
    ),
  ];
}

function pagesClaims(context: TypeContext, operation: Operation, method: string, pagesName: string): readonly Claim[] {
  const pages = `${method}["pages"]`;
  const options = `NonNullable<Parameters<${pages}>[1]>`;
  const said = context.say(`${operation.id}, pages`, "has them", `${operation.pointer}/x-pagination`);
  const input = `${said}, and the package's take something else than its method`;
  return [
    holds(`Exact<Parameters<${pages}>[0], Parameters<${method}>[0]>`, input),
    holds(`Same<Parameters<${pages}>["length"], Parameters<${method}>["length"]>`, input),
    holds(
      `Fits<{ maxPages: number; maxItems: number; headers: { Prefer: string } }, ${options}>`,
      `${said}, and the package's have no limits`,
    ),
    holdsNot(`Fits<{ maxPages: string }, ${options}>`, `${said}, and the package's take text for a limit`),
    ...functionClaims(context, operation, pages, pagesName),
    ...pageClaims(operation, `ReturnType<${pages}>`, said),
  ];
}

/** What is iterated: the data of the success, and what is in the list of it. */
function pageClaims({ pagination, resultName }: Operation, pages: string, said: string): readonly Claim[] {
  if (pagination === undefined) return [];
  const data = `Exclude<Extract<Functions.${resultName}, { ok: true }>["data"], undefined>`;
  const path = pagination.items?.split(".") ?? [];
  const list = path.reduce((type, name) => `Property<${type}, ${JSON.stringify(name)}>`, data);
  const each = `${said}, and a page of the package's is something else than the data`;
  const items = `${said}, and an item of the package's is something else than what is in the data`;
  return [
    holds(`Same<Iterated<${pages}>, ${data}>`, each),
    holdsNot(`Same<Iterated<${pages}>, symbol>`, each),
    holds(`Same<Iterated<ReturnType<${pages}["items"]>>, Item<${list}>>`, items),
    holdsNot(`Same<Iterated<ReturnType<${pages}["items"]>>, symbol>`, items),
  ];
}

import { isRelativeServer, operationServers, type Server } from "@facsimile/document";
import { type Claim, holds, holdsNot, type TypeCheck } from "./claim.js";
import type { TypeContext } from "./context.js";
import { credentialsType, distinctAlternatives, needsCredentials } from "./credential-checks.js";

/**
 * Where a client finds its servers: a base URL is enough, and so is what the document's servers need; those that some operations have for themselves
 * can be replaced one by one.
 */
export function serverCheck(context: TypeContext): TypeCheck {
  const { base, others } = operationServers(context.api);
  const isRelative = base === undefined || isRelativeServer(base);
  const servers = [...(base === undefined || isRelative ? [] : [base]), ...others];
  const claims = [
    ...baseClaims(context, isRelative || servers.some(needsValues)),
    ...(isRelative ? [] : variableClaims(context, servers)),
    ...others.flatMap((server) => otherClaims(context, server)),
  ];
  return { name: "types of the server", claims, holes: [] };
}

function baseClaims(context: TypeContext, isNeeded: boolean): readonly Claim[] {
  const nothing = isNeeded ? "needs to be told where it is" : "says where it is";
  const says = (meaning: string, found: string): string => `${said(context, meaning)}, and the package ${found}`;
  return [
    holds(fits(context, "baseUrl: string"), says("can be anywhere", "takes no base URL")),
    holdsNot(fits(context, "baseUrl: number"), says("has URLs", "takes a number for one")),
    ...(needsCredentials(context.api)
      ? [holdsNot("Fits<{ baseUrl: string }, Options>", says("needs credentials", "takes none"))]
      : []),
    (isNeeded ? holdsNot : holds)(fits(context, ""), says(nothing, "says otherwise")),
  ];
}

function variableClaims(context: TypeContext, servers: readonly Server[]): readonly Claim[] {
  const variables = servers.flatMap((server) => server.variables);
  const names = [...new Set(variables.map(({ name }) => name))];
  if (names.length === 0) return [];
  const values = (type: string): string =>
    fits(context, `server: { ${names.map((name) => `${JSON.stringify(name)}: ${type}`).join("; ")} }`);
  const sentence = `${said(context, `has ${names.join(", ")} in its URL`)}, and the package`;
  const isText = variables.every((variable) => variable.enum === undefined);
  return [
    ...(isText ? [holds(values("string"), `${sentence} does not take them`)] : []),
    ...(servers.some(needsValues) ? [holdsNot(fits(context, "server: {}"), `${sentence} does without them`)] : []),
    holdsNot(values("number"), `${sentence} takes numbers for them`),
  ];
}

function otherClaims(context: TypeContext, { url }: Server): readonly Claim[] {
  const members = (type: string): string => `baseUrl: string; baseUrls: { ${JSON.stringify(url)}: ${type} }`;
  const sentence = `${said(context, `has operations at ${url}`)}, and the package`;
  return [
    holds(fits(context, members("string")), `${sentence} has no other place for them`),
    holdsNot(fits(context, members("number")), `${sentence} takes a number for another place`),
  ];
}

function said(context: TypeContext, meaning: string): string {
  return context.say("server", meaning, "/servers");
}

function fits({ api }: TypeContext, members: string): string {
  const given = distinctAlternatives(api).length === 0 ? "" : `credentials: ${credentialsType}; `;
  return `Fits<{ ${given}${members} }, Options>`;
}

function needsValues({ variables }: Server): boolean {
  return variables.some(({ required }) => required);
}

import type { FactValue } from "../../facts/fact.js";
import { child, isList, isObject, type JsonObject, valueAt } from "../../spec/json.js";
import type { SpecOperation } from "../../spec/operations.js";
import { type Answer, assumed, confirmed, contradicted, every, missing } from "../answer.js";
import type { Check, Checks } from "../check.js";
import type { Compared } from "../compared.js";
import { onOperation } from "./operation.js";

/** The schemes that an operation names, in all of its alternatives together. */
const checkSchemes = onOperation((_, { security, pointer }, __, value) => {
  const documented = Array.isArray(value) ? value.map(String) : [];
  const free = security.find(({ schemes }) => schemes.length === 0);
  if (free !== undefined && documented.length > 0)
    return contradicted(free.pointer, "allows the call without a credential");
  const extra = security.find(({ schemes }) => schemes.some((scheme) => !documented.includes(scheme)));
  if (extra !== undefined) return contradicted(extra.pointer, `allows the credential ${extra.schemes.join(" with ")}`);
  const lacking = documented.filter((scheme) => !security.some(({ schemes }) => schemes.includes(scheme)));
  if (lacking.length > 0) return missing(pointer, `does not allow the credential ${lacking.join(", ")}`);
  return confirmed(pointer, ...security.map((alternative) => alternative.pointer));
});

/** `either`: each alternative is one scheme. `all`: there is one way, and every operation needs it. */
const checkCombination: Check = (compared, _, value) => {
  const fits = ({ security }: SpecOperation): boolean => {
    return value === "either"
      ? security.length > 1 && security.every(({ schemes }) => schemes.length === 1)
      : security.length === 1 && security[0]?.schemes.length !== 0;
  };
  const wrong = compared.operations.find((operation) => !fits(operation));
  if (wrong === undefined) return confirmed("/security");
  const says =
    value === "either" ? "does not let a caller choose one scheme" : "does not need every call to be allowed";
  return contradicted(wrong.security[0]?.pointer ?? wrong.pointer, `${says} for ${wrong.method} ${wrong.path}`);
};

/** The schemes of an operation without a word about how they go together. */
const checkRelation = onOperation((_, { security, pointer }) => {
  const [first] = security;
  const at = first?.pointer ?? pointer;
  const apart = security.every(({ schemes }) => schemes.length === 1);
  const says = apart
    ? "lets a caller choose one of the schemes"
    : `needs ${first?.schemes.join(" with ") ?? "nothing"}`;
  return assumed(at, `${says}, and no page says how they go together`);
});

/** The schemes that a sample gives credentials of, and no others, are enough for a call. */
const checkCredentials = onOperation((_, { security, pointer }, __, value) => {
  const shown = Array.isArray(value) ? value.map(String) : [];
  const enough = security.find(({ schemes }) => schemes.every((scheme) => shown.includes(scheme)));
  return enough === undefined
    ? contradicted(security[0]?.pointer ?? pointer, `does not let a caller do with ${shown.join(" and ")}`)
    : confirmed(enough.pointer);
});

function onScheme(
  check: (
    compared: Compared,
    scheme: JsonObject,
    pointer: string,
    names: readonly string[],
    value: FactValue,
  ) => Answer,
): Check {
  return (compared, [name = "", ...names], value) => {
    const pointer = child("/components/securitySchemes", name);
    const scheme = valueAt(compared.json, pointer);
    if (!isObject(scheme)) return missing("/components/securitySchemes", `has no security scheme ${name}`);
    return check(compared, scheme, pointer, [name, ...names], value);
  };
}

function field(name: string): Check {
  return onScheme((_, scheme, pointer, __, value) => {
    const at = child(pointer, name);
    const said = scheme[name];
    if (said === undefined) return missing(pointer, `gives the scheme no "${name}"`);
    return said === value ? confirmed(at) : contradicted(at, `has "${name}" as ${JSON.stringify(said)}`);
  });
}

function flowsOf(
  scheme: JsonObject,
  pointer: string,
): readonly { readonly name: string; readonly pointer: string; readonly node: JsonObject }[] {
  const flows = isObject(scheme.flows) ? scheme.flows : {};
  return Object.entries(flows).flatMap(([name, node]) =>
    isObject(node) ? [{ name, pointer: child(pointer, "flows", name), node }] : [],
  );
}

function flowField(name: "authorizationUrl" | "tokenUrl"): Check {
  return onScheme((_, scheme, pointer, __, value) => {
    const flows = flowsOf(scheme, pointer).filter(({ node }) => node[name] !== undefined);
    const [first] = flows;
    if (first === undefined) return missing(pointer, `gives no flow of the scheme a "${name}"`);
    return every(
      first.pointer,
      flows.map((flow) => {
        const at = child(flow.pointer, name);
        return flow.node[name] === value
          ? confirmed(at)
          : contradicted(at, `has "${name}" as ${JSON.stringify(flow.node[name])}`);
      }),
    );
  });
}

const checkFlow = onScheme((_, scheme, pointer, __, value) => {
  const flows = flowsOf(scheme, pointer);
  const other = flows.find(({ name }) => name !== value);
  if (other !== undefined) return contradicted(other.pointer, `has the flow ${other.name}`);
  const [flow] = flows;
  return flow === undefined ? missing(pointer, "gives the scheme no flow") : confirmed(flow.pointer);
});

/** A scope is offered by every flow, and needed by the operations that it is for: `reads` GET and HEAD, `changes` all others. */
const checkScope = onScheme((compared, scheme, pointer, [name = "", scope = ""], value) => {
  const flows = flowsOf(scheme, pointer);
  const lacking = flows.find(({ node }) => !isObject(node.scopes) || !Object.hasOwn(node.scopes, scope));
  if (lacking !== undefined || flows.length === 0)
    return missing(lacking?.pointer ?? pointer, `does not offer the scope ${scope}`);
  const offered = confirmed(pointer, ...flows.map((flow) => child(flow.pointer, "scopes", scope)));
  if (value === "any") return offered;
  return every(pointer, [
    offered,
    ...compared.operations.map((operation) => checkNeed(compared, operation, name, scope, value)),
  ]);
});

function checkNeed(
  compared: Compared,
  operation: SpecOperation,
  scheme: string,
  scope: string,
  value: FactValue,
): Answer {
  const needed = (operation.method === "GET" || operation.method === "HEAD") === (value === "reads");
  const answers = operation.security
    .filter(({ schemes }) => schemes.includes(scheme))
    .map(({ pointer }): Answer => {
      const scopes = valueAt(compared.json, child(pointer, scheme));
      const index = isList(scopes) ? scopes.indexOf(scope) : -1;
      if (needed === (index !== -1))
        return confirmed(operation.pointer, ...(needed ? [child(pointer, scheme, index)] : []));
      return contradicted(
        pointer,
        `${needed ? "does not ask" : "asks"} for the scope ${scope} in ${operation.method} ${operation.path}`,
      );
    });
  return every(operation.pointer, answers);
}

/** What OpenAPI has no field for stands in the description: it names every term. */
const checkMentions = onScheme((_, scheme, pointer, names, value) => {
  const text = String(scheme.description ?? "");
  const lacking = (Array.isArray(value) ? value : []).filter((term) => !text.includes(`\`${String(term)}\``));
  if (lacking.length > 0)
    return missing(child(pointer, "description"), `does not mention ${lacking.join(", ")} in the description`);
  const refreshes = names[1] === "request" && Array.isArray(value) && value.includes("refresh_token");
  const refresh = flowsOf(scheme, pointer).filter(({ node }) => refreshes && node.refreshUrl === node.tokenUrl);
  return confirmed(child(pointer, "description"), ...refresh.map((flow) => child(flow.pointer, "refreshUrl")));
});

/** The words of the examples for the types of OpenAPI. */
const checkExampleScheme = onOperation((compared, { pointer }, [, name = ""], value) => {
  const at = child("/components/securitySchemes", name);
  const scheme = compared.at(at);
  const said = scheme.type === "http" ? scheme.scheme : scheme.type;
  if (said === undefined) return missing(pointer, `has no security scheme ${name}`);
  return said === value ? confirmed(at) : contradicted(at, `has the scheme as ${String(said)}`);
});

export const securityChecks: Checks = {
  "operation/*/security": checkSchemes,
  "operation/*/security/relation": checkRelation,
  "operation/*/example/scheme/*": checkExampleScheme,
  "operation/*/example/credentials": checkCredentials,
  "wire/operation/*/auth": checkSchemes,
  security: checkCombination,
  "scheme/*/type": field("type"),
  "scheme/*/in": field("in"),
  "scheme/*/name": field("name"),
  "scheme/*/scheme": field("scheme"),
  "scheme/*/prefix": field("x-value-prefix"),
  "scheme/*/flow": checkFlow,
  "scheme/*/authorization-url": flowField("authorizationUrl"),
  "scheme/*/token-url": flowField("tokenUrl"),
  "scheme/*/scope/*": checkScope,
  "scheme/*/mentions/*": checkMentions,
};

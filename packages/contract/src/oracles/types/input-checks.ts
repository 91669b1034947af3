import type { Operation, ParameterPlace } from "@facsimile/document";
import { bodiesClaims } from "./body-claims.js";
import { alias, type Claim, holds, holdsNot, type TypeCheck } from "./claim.js";
import type { TypeContext } from "./context.js";
import { groupClaims } from "./group-claims.js";
import type { TypedInput } from "./typed-input.js";

const places: readonly ParameterPlace[] = ["path", "query", "header", "cookie"];

/** What an operation takes. */
export function inputCheck(context: TypeContext, operation: Operation): TypeCheck {
  const { inputName, id } = operation;
  const name = `${id}: types of the input`;
  const method = `Client[${JSON.stringify(operation.name)}]`;
  if (inputName === undefined) {
    return {
      name,
      claims: noInputClaims(context.say(`${id}, input`, "has nothing to give", operation.pointer), method),
      holes: [],
    };
  }
  const input = context.newName();
  const missing = `${context.say(`${id}, input`, "has one", operation.pointer)}, and the package has no ${inputName}`;
  const named = alias(input, `Functions.${inputName}`, missing);
  const about: TypedInput = { context, operation, input, given: [named] };
  const parts = [...places.map((place) => groupClaims(about, place)), bodiesClaims(about)];
  return {
    name,
    claims: [named, ...methodClaims(about, method), ...parts.flatMap(({ claims }) => claims)],
    holes: parts.flatMap(({ holes }) => holes),
  };
}

/** Where nothing is to be given, the method is called as all others are, and takes no option for what is given. */
function noInputClaims(sentence: string, method: string): readonly Claim[] {
  const input = `Parameters<${method}>[0]`;
  return [
    holds(`Same<Parameters<${method}>["length"], 0 | 1 | 2>`, sentence),
    holds(`Fits<{}, ${input}>`, sentence),
    holdsNot(
      `Fits<{ signal: AbortSignal }, ${input}>`,
      `${sentence}, and the package's method takes options in its place`,
    ),
  ];
}

/** The method takes just that, and may be called without where nothing has to be given. */
function methodClaims({ context, operation, input, given }: TypedInput, method: string): readonly Claim[] {
  const { id, parameters, requestBody, pointer } = operation;
  const isNeeded = parameters.some(({ required }) => required) || requestBody?.required === true;
  const meaning = isNeeded ? "needs something" : "needs nothing";
  const sentence = `${context.say(`${id}, input`, meaning, pointer)}, and the package's method takes something else`;
  return [
    holds(`Exact<NonNullable<Parameters<${method}>[0]>, ${input}>`, sentence, { given }),
    holds(`Same<Parameters<${method}>["length"], ${isNeeded ? "1 | 2" : "0 | 1 | 2"}>`, sentence, { given }),
  ];
}

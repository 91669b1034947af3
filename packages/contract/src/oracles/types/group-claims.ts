import type { Parameter, ParameterPlace } from "@facsimile/document";
import { alias, type Claim, holds, holdsNot } from "./claim.js";
import type { TypedInput } from "./typed-input.js";
import { noBytes, type ValueClaims, valueClaims } from "./value-claims.js";

/** The parameters of one place: their names, which of them are needed, and the values of each. */
export function groupClaims(about: TypedInput, place: ParameterPlace): ValueClaims {
  const { context, operation, input, given } = about;
  const parameters = operation.parameters.filter((parameter) => parameter.in === place);
  const [first] = parameters;
  if (first === undefined) return { claims: [], holes: [] };
  const subject = `${operation.id}, ${place}`;
  const group = context.newName();
  const meaning = `has ${parameters.map(({ name }) => name).join(", ")} there`;
  const sentence = `${context.say(subject, meaning, first.pointer)}, and the package has something else`;
  const named = alias(group, `Property<${input}, "${place}">`, sentence, { given });
  const values = parameters.map((parameter) => parameterClaims(about, { group, named, subject }, parameter));
  return {
    claims: [
      named,
      holds(`Same<keyof ${group}, ${union(parameters)}>`, sentence, { given: [named] }),
      ...requirednessClaims(about, { group, named, subject }, place, parameters),
      ...values.flatMap(({ claims }) => claims),
    ],
    holes: values.flatMap(({ holes }) => holes),
  };
}

interface Group {
  readonly group: string;
  readonly named: Claim;
  readonly subject: string;
}

function requirednessClaims(
  { context, input, operation }: TypedInput,
  { group, named, subject }: Group,
  place: ParameterPlace,
  parameters: readonly Parameter[],
): readonly Claim[] {
  const needed = parameters.filter(({ required }) => required);
  const meaning = needed.length === 0 ? "requires nothing" : `requires ${needed.map(({ name }) => name).join(", ")}`;
  const pointer = needed[0]?.pointer ?? operation.pointer;
  const sentence = `${context.say(subject, meaning, pointer)}, and the package requires something else`;
  const given = { given: [named] };
  return [
    holds(`Same<RequiredKeys<${group}>, ${union(needed)}>`, sentence, given),
    holds(`Same<"${place}" extends RequiredKeys<${input}> ? true : false, ${needed.length > 0}>`, sentence, given),
    // Undefined is no value for what has to be given.
    ...(needed.length > 0 ? [holdsNot(`Fits<undefined, ${input}["${place}"]>`, sentence, given)] : []),
  ];
}

function parameterClaims({ context }: TypedInput, { group, named, subject }: Group, parameter: Parameter): ValueClaims {
  const { name, schema } = parameter;
  return valueClaims(context, {
    subject: `${subject}.${name}`,
    type: `Property<${group}, ${JSON.stringify(name)}>`,
    pointer: schema.pointer,
    direction: "request",
    isWhole: false,
    takesBytes: noBytes,
    given: [named],
  });
}

function union(named: readonly { readonly name: string }[]): string {
  return named.length === 0 ? "never" : named.map(({ name }) => JSON.stringify(name)).join(" | ");
}

import { type Header, hasNoBody, type MediaType, type Operation, type Response } from "@facsimile/document";
import { contentClaims } from "./body-claims.js";
import { alias, type Claim, holds, holdsNot, type TypeCheck } from "./claim.js";
import type { TypeContext } from "./context.js";
import { streamClaims } from "./stream-claims.js";
import { noBytes, type ValueClaims, valueClaims } from "./value-claims.js";

/** What an operation answers: which statuses there are, and what is in the answer of each. */
export function resultChecks(context: TypeContext, operation: Operation): readonly TypeCheck[] {
  const { id, resultName, pointer } = operation;
  const result = context.newName();
  const missing = `${context.say(`${id}, result`, "has one", pointer)}, and the package has no ${resultName}`;
  const named = alias(result, `Functions.${resultName}`, missing);
  const claims = [named, ...statusClaims(context, operation, result, [named])];
  return [
    { name: `${id}: types of the result`, claims, holes: [] },
    ...operation.responses.map((response) => ({
      name: `${id}: types of ${response.status}`,
      ...joined(
        sidesOf(operation, response).map((side) => sideClaims({ context, operation, response, result, named }, side)),
      ),
    })),
  ];
}

function statusClaims(
  context: TypeContext,
  operation: Operation,
  result: string,
  given: readonly Claim[],
): readonly Claim[] {
  const { id, name, responses, pointer } = operation;
  const statuses = responses.map((response) => statusType(response));
  const meaning = `has the statuses ${responses.map(({ status }) => status).join(", ")}`;
  const sentence = `${context.say(`${id}, result`, meaning, pointer)}, and the package has others`;
  const method = `${context.say(`${id}, result`, "has one", pointer)}, and the package's method answers something else`;
  return [
    holds(`Exact<Awaited<ReturnType<Client[${JSON.stringify(name)}]>>, ${result}>`, method, { given }),
    holds(`Same<${result}["status"], ${[...statuses, '"undocumented"'].join(" | ")}>`, sentence, { given }),
    holdsNot(`Same<${result}["status"], ${statuses.join(" | ") || "never"}>`, sentence, { given }),
    holds(`Same<${result}["statusCode"], number>`, sentence, { given }),
  ];
}

interface Side {
  readonly ok: boolean;
  readonly member: "data" | "error";
}

/** A `default` response is a failure, and a success too where the operation documents no 2xx response. */
function sidesOf({ responses }: Operation, { status }: Response): readonly Side[] {
  const success = { ok: true, member: "data" } as const;
  const failure = { ok: false, member: "error" } as const;
  if (status !== "default") return [status.startsWith("2") ? success : failure];
  return responses.some((other) => other.status.startsWith("2")) ? [failure] : [success, failure];
}

interface Answer {
  readonly context: TypeContext;
  readonly operation: Operation;
  readonly response: Response;
  readonly result: string;
  readonly named: Claim;
}

/** The members of a result with the status of a response: its body, its headers, and nothing in place of the other side's. */
function sideClaims(answer: Answer, { ok, member }: Side): ValueClaims {
  const { context, operation, response, result, named } = answer;
  const narrowed = context.newName();
  const status = statusType(response);
  const subject = `${operation.id}, ${member} of ${response.status}`;
  const sentence = context.say(subject, "has it", response.pointer);
  const one = alias(narrowed, `Extract<${result}, { ok: ${ok}; status: ${status} }>`, sentence, { given: [named] });
  const given = [one];
  const other = `Same<${narrowed}["${ok ? "error" : "data"}"], undefined>`;
  const claims = [one, holds(other, `${sentence}, and the package has ${ok ? "an error" : "data"} there`, { given })];
  const bodies = hasBody(operation, response)
    ? response.content.map((content) => bodyClaims(answer, { narrowed, member, subject, given }, content))
    : [{ claims: noBodyClaims(answer, `${narrowed}["${member}"]`, subject, given), holes: [] }];
  const headers = response.headers.map((header) => headerClaims(answer, narrowed, given, header));
  return joined([{ claims, holes: [] }, ...bodies, ...headers]);
}

interface Member {
  readonly narrowed: string;
  readonly member: string;
  readonly subject: string;
  readonly given: readonly Claim[];
}

function bodyClaims(
  { context, response }: Answer,
  { narrowed, member, subject, given }: Member,
  mediaType: MediaType,
): ValueClaims {
  const isOnly = response.content.length === 1;
  // With several media types `contentType` tells them apart.
  const from = isOnly ? narrowed : `Extract<${narrowed}, { contentType: ${JSON.stringify(mediaType.name)} }>`;
  const place = isOnly ? subject : `${subject} in ${mediaType.name}`;
  const type = `${from}["${member}"]`;
  const { stream, pointer } = mediaType;
  if (stream !== undefined && member === "data")
    return streamClaims(context, { subject: place, type, pointer, stream, given });
  return contentClaims(context, {
    subject: place,
    type,
    mediaType,
    direction: "response",
    given,
  });
}

function noBodyClaims(
  { context, response }: Answer,
  type: string,
  subject: string,
  given: readonly Claim[],
): readonly Claim[] {
  const sentence = `${context.say(subject, "has no body there", response.pointer)}, and the package has one`;
  return [
    holds(`Same<${type}, undefined>`, sentence, { given }),
    holdsNot(`Same<${type}, symbol>`, sentence, { given }),
  ];
}

/** Even a required header may be kept from a caller: a browser shows those alone that CORS exposes. */
function headerClaims(
  { context, operation, response }: Answer,
  narrowed: string,
  given: readonly Claim[],
  header: Header,
): ValueClaims {
  const { name, schema } = header;
  const subject = `${operation.id}, headers of ${response.status}.${name}`;
  const headers = `${narrowed}["headers"]`;
  const values = valueClaims(context, {
    subject,
    type: `Property<${headers}, ${JSON.stringify(name)}>`,
    pointer: schema.pointer,
    direction: "response",
    isWhole: false,
    takesBytes: noBytes,
    given,
  });
  const sentence = `${context.say(subject, "has it, and a browser may keep it from a caller", schema.pointer)}, and the package promises it`;
  const isOptional = holds(
    `Same<${JSON.stringify(name)} extends RequiredKeys<${headers}> ? true : false, false>`,
    sentence,
    { given },
  );
  return { claims: [...values.claims, isOptional], holes: values.holes };
}

function hasBody({ method }: Operation, { content, status }: Response): boolean {
  return content.length > 0 && !hasNoBody(method, status);
}

function statusType({ status }: Response): string {
  return /^\d+$/.test(status) ? status : JSON.stringify(status);
}

function joined(parts: readonly ValueClaims[]): ValueClaims {
  return { claims: parts.flatMap(({ claims }) => claims), holes: parts.flatMap(({ holes }) => holes) };
}
